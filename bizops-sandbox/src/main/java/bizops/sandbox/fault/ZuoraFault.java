package bizops.sandbox.fault;

import java.util.List;

/** What goes wrong at Zuora; the README says what each does. */
public enum ZuoraFault implements FaultName {
    TOKEN_EXPIRED,
    UNAUTHORIZED_401,
    FORBIDDEN_403,
    RATE_LIMIT_429,
    CONCURRENT_LIMIT_429,
    BARE_429,
    ERROR_500,
    BAD_GATEWAY_502,
    UNAVAILABLE_503,
    TIMEOUT_504,
    LOCKED_50,
    TEMPORARY_61,
    SHORT_TOKENS(ALWAYS),
    ENTITY_REQUIRED(ALWAYS),
    CLOCK_SKEW(ALWAYS),
    FIVE_JOBS(ALWAYS),
    SUBMIT_90022,
    SUBMIT_90028,
    JOB_STUCK,
    JOB_ABORTED,
    JOB_ERROR_90022,
    JOB_TOO_LONG_90027(ALWAYS),
    BATCH_WITHOUT_FILE,
    SEGMENTS(ALWAYS),
    WRONG_COUNT,
    FILE_PURGED,
    FILE_TOO_LARGE(ALWAYS),
    FILE_CUT,
    GZIP_TRAILER_MISSING,
    UNREQUESTED_COLUMN(ALWAYS),
    LOWER_CASE_HEADER(ALWAYS),
    LABEL_HEADER(ALWAYS),
    OFFSET_COLON(ALWAYS),
    OFFSET_Z(ALWAYS),
    NUL_IN_TEXT(ALWAYS),
    DESCRIBE_WITHOUT_RELATED(ALWAYS),
    DESCRIBE_WITHOUT_CONTEXTS(ALWAYS),
    DESCRIBE_RELATED_FIRST(ALWAYS),
    FIELD_STRANGE(ALWAYS),
    FIELD_REJECTED(ALWAYS),
    FIELD_HIDDEN(ALWAYS),
    OBJECT_HIDDEN(ALWAYS),
    LATE_COMMIT;

    private final int usualCount;

    ZuoraFault() {
        this(1);
    }

    ZuoraFault(int usualCount) {
        this.usualCount = usualCount;
    }

    @Override
    public int usualCount() {
        return usualCount;
    }

    @Override
    public List<String> needs() {
        return switch (this) {
            case FIELD_STRANGE, FIELD_REJECTED, FIELD_HIDDEN -> List.of("object", "field");
            case OBJECT_HIDDEN -> List.of("object");
            default -> List.of();
        };
    }

    @Override
    public String text() {
        return "zuora-" + FaultName.super.text();
    }
}
