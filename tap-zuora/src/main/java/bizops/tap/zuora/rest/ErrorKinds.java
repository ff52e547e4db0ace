package bizops.tap.zuora.rest;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the kind of an error from its code, else from its words, else from its status. Stateless. */
final class ErrorKinds {
    private static final Pattern REST_CODE = Pattern.compile("\\d{8}");
    private static final Pattern AQUA_CODE = Pattern.compile("900\\d\\d");

    private ErrorKinds() {}

    static ErrorKind of(int status, String code, String message) {
        String words = message.toLowerCase(Locale.ROOT);
        return byWords(words)
                .or(() -> AQUA_CODE.matcher(code).matches() ? byAquaCode(code) : Optional.empty())
                .or(() -> REST_CODE.matcher(code).matches() ? Optional.of(byRestCode(code)) : Optional.empty())
                .or(() -> byName(code))
                .orElseGet(() -> byStatus(status));
    }

    /** What matters more than the code it comes with: 90005 and INVALID_VALUE stand for any refused query. */
    private static Optional<ErrorKind> byWords(String words) {
        if (words.contains("no field named")
                || words.contains("invalid field for query")
                || words.matches(".*column '[^']*' cannot be resolved.*")) {
            return Optional.of(ErrorKind.FIELD);
        }
        if (words.contains("no bearer token")) {
            return Optional.of(ErrorKind.AUTH); // comes with 400
        }
        if (words.contains("data source could not be found") || words.contains("nosuchdatasource")) {
            return Optional.of(ErrorKind.SOURCE);
        }
        if (words.contains("max-object-size") || words.contains("exceeded the maximum time limit")) {
            return Optional.of(ErrorKind.TOO_MUCH);
        }
        return Optional.empty();
    }

    /** Error codes of AQuA; what is not listed is refused for good. */
    private static Optional<ErrorKind> byAquaCode(String code) {
        return Optional.of(
                switch (code) {
                    case "90006", "90007", "90008", "90010", "90022", "90029" -> ErrorKind.TRANSIENT;
                    case "90028" -> ErrorKind.BUSY;
                    case "90027" -> ErrorKind.TOO_MUCH;
                    case "90012", "90017" -> ErrorKind.NO_DELETIONS;
                    case "90002" -> ErrorKind.NOT_FOUND;
                    case "90009", "90018" -> ErrorKind.PERMISSION;
                    default -> ErrorKind.PERMANENT;
                });
    }

    /** Error codes of the REST API: the last two digits are the category. */
    private static ErrorKind byRestCode(String code) {
        if (code.equals("90000020")) {
            return ErrorKind.ENTITY;
        }
        return switch (code.substring(6)) {
            case "11" -> ErrorKind.AUTH;
            case "10" -> ErrorKind.PERMISSION;
            case "40" -> ErrorKind.NOT_FOUND;
            case "50", "60", "61", "99" -> ErrorKind.TRANSIENT;
            case "70" -> ErrorKind.RATE;
            default -> ErrorKind.PERMANENT;
        };
    }

    private static Optional<ErrorKind> byName(String code) {
        return switch (code) {
            case "INVALID_SESSION" -> Optional.of(ErrorKind.AUTH);
            case "REQUEST_EXCEEDED_LIMIT", "REQUEST_EXCEEDED_RATE" -> Optional.of(ErrorKind.RATE);
            case "LOCK_COMPETITION",
                    "TEMPORARY_ERROR",
                    "TRANSACTION_TIMEOUT",
                    "UNEXPECTED_ERROR",
                    "UNKNOWN_ERROR",
                    "SystemError",
                    "LINK_10000005" -> Optional.of(ErrorKind.TRANSIENT);
            case "NO_PERMISSION", "API_DISABLED" -> Optional.of(ErrorKind.PERMISSION);
            case "INVALID_FIELD" -> Optional.of(ErrorKind.FIELD);
            case "INVALID_VALUE", "MALFORMED_QUERY", "INVALID_TYPE" -> Optional.of(ErrorKind.PERMANENT);
            default -> Optional.empty();
        };
    }

    private static ErrorKind byStatus(int status) {
        return switch (status) {
            case 401 -> ErrorKind.AUTH;
            case 403 -> ErrorKind.PERMISSION;
            case 404 -> ErrorKind.NOT_FOUND;
            case 408, 425 -> ErrorKind.TRANSIENT;
            case 429 -> ErrorKind.RATE;
            default -> status >= 500 ? ErrorKind.TRANSIENT : ErrorKind.PERMANENT;
        };
    }
}
