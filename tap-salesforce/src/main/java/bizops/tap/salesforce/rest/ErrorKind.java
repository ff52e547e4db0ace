package bizops.tap.salesforce.rest;

/** What an error reply means for the one who asked; the class, not the text, decides what happens next. */
public enum ErrorKind {
    /** The day's calls are spent: keep the state, try later. */
    QUOTA,
    /** The session died: log in once more and repeat. */
    SESSION,
    /** A session that logging in again will not mend. */
    SESSION_REFUSED,
    /** A field vanished or was hidden: describe again and leave it out. */
    INVALID_FIELD,
    /** The object vanished or was hidden. */
    INVALID_TYPE,
    /** The query ran too long, or touches too much: halve it. */
    TOO_MUCH,
    /** The pages' locator is gone: go on from the last row. */
    LOCATOR,
    /** Too many ids in one getUpdated or getDeleted call: halve the span. */
    TOO_MANY_IDS,
    /** The address is too long: send the query in a body. */
    TOO_LONG,
    /** The vendor refuses this object or query for this user. */
    REFUSED,
    NOT_FOUND,
    /** The Bulk API does not know the object. */
    BULK_UNSUPPORTED,
    /** Something passing: repeat after a pause. */
    TRANSIENT,
    /** The vendor's own defect: worth two more tries. */
    UNKNOWN,
    /** Everything else: it will fail the same way again. */
    PERMANENT;

    /** Whether the same request may succeed after a pause. */
    public boolean retriable() {
        return this == TRANSIENT || this == UNKNOWN;
    }

    /**
     * The class of an error reply.
     *
     * @param code the vendor's {@code errorCode}; empty when the body was none of the vendor's errors
     */
    static ErrorKind of(int status, String code, String message) {
        return switch (code) {
            case "" -> ofStatus(status);
            case "REQUEST_LIMIT_EXCEEDED" -> status == 429 || message.contains("Concurrent") ? TRANSIENT : QUOTA;
            case "INVALID_SESSION_ID" -> refusedForGood(message) ? SESSION_REFUSED : SESSION;
            case "INVALID_AUTH_HEADER", "INVALID_JWT_FORMAT", "InvalidSessionId" -> SESSION;
            case "INVALID_FIELD" -> INVALID_FIELD;
            case "INVALID_TYPE" -> INVALID_TYPE;
            case "QUERY_TIMEOUT", "OPERATION_TOO_LARGE" -> TOO_MUCH;
            case "INVALID_QUERY_LOCATOR" -> LOCATOR;
            case "EXCEEDED_ID_LIMIT" -> TOO_MANY_IDS;
            case "API_ERROR", "INVALID_TYPE_FOR_OPERATION", "EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION" -> REFUSED;
            case "INVALIDENTITY", "InvalidEntity" -> BULK_UNSUPPORTED;
            case "NOT_FOUND", "InvalidJob" -> NOT_FOUND;
            case "UNKNOWN_EXCEPTION", "Unknown" -> UNKNOWN;
            case "SERVER_UNAVAILABLE", "TXN_SECURITY_METERING_ERROR", "Timeout", "TooManyLockFailure" -> TRANSIENT;
            default -> status >= 500 || status == 429 ? TRANSIENT : PERMANENT;
        };
    }

    private static ErrorKind ofStatus(int status) {
        return switch (status) {
            case 401 -> SESSION;
            case 404 -> NOT_FOUND;
            case 414, 431 -> TOO_LONG;
            case 406, 408, 420, 429 -> TRANSIENT;
            default -> status >= 500 ? TRANSIENT : PERMANENT;
        };
    }

    private static boolean refusedForGood(String message) {
        return message.contains("not valid for use with the REST API")
                || message.contains("Connected app is not attached to Agent");
    }
}
