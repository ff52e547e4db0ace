package bizops.tap.marketo.rest;

import bizops.singer.report.Quotes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as Marketo tells it, nearly always under HTTP status 200. Immutable.
 *
 * @param code such as {@code 606}; empty if only the HTTP status says anything
 * @param message the vendor's words on one line
 */
public record MarketoError(int status, String code, String message) {
    private static final int SHOWN = 300;

    /** The first error of an envelope. */
    static MarketoError of(int status, Map<String, ? extends @Nullable Object> envelope) {
        if (envelope.get("errors") instanceof List<?> errors
                && !errors.isEmpty()
                && errors.get(0) instanceof Map<?, ?> first) {
            return new MarketoError(
                    status, text(first.get("code")).strip(), oneLine(Quotes.of(text(first.get("message")))));
        }
        return new MarketoError(status, "", "the answer says neither success nor why not");
    }

    /** An answer that is no envelope. */
    static MarketoError ofBody(int status, String body) {
        return new MarketoError(status, "", oneLine(Quotes.of(body)));
    }

    public ErrorKind kind() {
        return ErrorKind.of(this);
    }

    /** 604: the server did not finish in time; a smaller page may be had. */
    boolean isTimeout() {
        return code.equals("604");
    }

    /** What the user can do about it, to be put behind the error; empty if nothing. */
    String advice() {
        if (code.equals("610") || code.equals("614")) {
            return "; check 'endpoint'";
        }
        return switch (kind()) {
            case ACCESS ->
                "; give the API user's role the read-only permission for it, and let this machine's address through if"
                        + " the instance has an allow-list";
            case FEATURE_OFF -> "; the subscription does not have it: take the stream out of the selection";
            default -> "";
        };
    }

    /** Whether the message holds the words, in any case. */
    public boolean says(String words) {
        return message.toLowerCase(Locale.ROOT).contains(words);
    }

    /** In one line: {@code error 603: Access denied}. */
    @Override
    public String toString() {
        String head = code.isEmpty() ? "HTTP " + status : "error " + code;
        return message.isEmpty() ? head : head + ": " + message;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String oneLine(String text) {
        String line =
                text.replaceAll("<[^>]{0,200}>", " ").replaceAll("\\s+", " ").strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
