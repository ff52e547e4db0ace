package bizops.tap.marketo.rest;

/** What an error asks for (section "Error codes" of the REST API). */
public enum ErrorKind {
    /** 601, 602: another token. */
    TOKEN,
    /** 502, 604, 608, 611, 614, 713 and server errors: the same again, a little later. */
    TRANSIENT,
    /** 606: other programs share the 20 seconds; wait them out. */
    RATE,
    /** 615: too many calls under way. */
    CONCURRENCY,
    /** 607: no calls left today. */
    CALL_QUOTA,
    /** 1029 of the one kind: no megabytes left today. */
    EXPORT_QUOTA,
    /** 1029 of another kind: ten jobs wait already. */
    QUEUE_FULL,
    /** 1029 of the third kind: the job waits already, which is what was wanted. */
    ALREADY_QUEUED,
    /** 603 and a bare 403: the API user lacks a right, or the address of this machine is not allowed. */
    ACCESS,
    /** 702: nothing found, which is an empty answer. */
    NO_DATA,
    /** 703, 1026: the subscription lacks the feature. */
    FEATURE_OFF,
    /** 1003 "Invalid fields", 1006: fields that are gone. */
    BAD_FIELDS,
    /** 1035: the subscription cannot filter so. */
    FILTER_UNSUPPORTED,
    /** 1004, 1013, 404: the record or file is gone. */
    GONE,
    /** 416: the file has no such bytes. */
    BAD_RANGE,
    /** Trying again does not help. */
    FATAL;

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int RANGE = 416;

    static ErrorKind of(MarketoError error) {
        return switch (error.code()) {
            case "601", "602" -> TOKEN;
            case "502", "604", "608", "611", "614", "713" -> TRANSIENT;
            case "606" -> RATE;
            case "615" -> CONCURRENCY;
            case "607" -> CALL_QUOTA;
            case "603" -> ACCESS;
            case "702" -> NO_DATA;
            case "703", "1026" -> FEATURE_OFF;
            case "1003" -> error.says("invalid fields") ? BAD_FIELDS : FATAL;
            case "1006" -> BAD_FIELDS;
            case "1004", "1013" -> GONE;
            case "1029" -> ofExport(error);
            case "1035" -> FILTER_UNSUPPORTED;
            case "" -> ofStatus(error.status());
            default -> FATAL;
        };
    }

    /** The three meanings of 1029 differ in their texts only. */
    private static ErrorKind ofExport(MarketoError error) {
        if (error.says("quota")) {
            return EXPORT_QUOTA;
        }
        if (error.says("already")) {
            return ALREADY_QUEUED;
        }
        return error.says("queue") ? QUEUE_FULL : FATAL;
    }

    private static ErrorKind ofStatus(int status) {
        return switch (status) {
            case FORBIDDEN -> ACCESS;
            case NOT_FOUND -> GONE;
            case RANGE -> BAD_RANGE;
            default -> status >= 500 ? TRANSIENT : FATAL;
        };
    }
}
