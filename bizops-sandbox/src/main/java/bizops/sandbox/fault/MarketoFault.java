package bizops.sandbox.fault;

import java.util.List;

/** What goes wrong at Marketo. */
public enum MarketoFault implements FaultName {
    TOKEN_INVALID_601,
    TOKEN_EXPIRED_602,
    ACCESS_DENIED_603(ALWAYS),
    TIMED_OUT_604,
    RATE_LIMIT_606(3),
    DAILY_QUOTA_607(ALWAYS),
    UNAVAILABLE_608,
    SYSTEM_ERROR_611,
    INVALID_SUBSCRIPTION_614,
    CONCURRENT_LIMIT_615,
    TRANSIENT_713,
    GATEWAY_BODY_502,
    BAD_GATEWAY_502,
    HTML_503,
    FORBIDDEN_403(ALWAYS),
    IDENTITY_401,
    IDENTITY_502,
    IDENTITY_WITHOUT_TOKEN,
    TOKEN_ALMOST_EXPIRED,
    QUEUE_FULL_1029,
    EXPORT_QUOTA_1029(ALWAYS),
    ALREADY_QUEUED_1029,
    UPDATED_AT_UNSUPPORTED_1035(ALWAYS),
    INVALID_FIELDS_1003(ALWAYS),
    JOB_STUCK(ALWAYS),
    JOB_FAILED,
    JOB_CANCELLED,
    JOB_CANCELED,
    JOB_EXPIRED,
    FILE_JSON_ERROR,
    FILE_NOT_FOUND_404,
    FILE_WRONG_CHECKSUM,
    FILE_WRONG_SIZE,
    FILE_TRICKLE,
    RANGE_IGNORED,
    ROWS_TWICE,
    QUOTED_NULL,
    UNKNOWN_ATTRIBUTE,
    EMPTY_PAGES(3),
    RESULT_ABSENT,
    SHORT_PAGE,
    PAGE_TOKEN_EXPIRED,
    PAGE_TOKEN_REPEATED,
    ID_ABSENT(ALWAYS),
    LARGE_ID(ALWAYS),
    DELETION_TWICE(ALWAYS),
    OFFSET_DRIFT,
    CAPITAL_TYPE_NAME(ALWAYS);

    private final int usualCount;

    MarketoFault() {
        this(1);
    }

    MarketoFault(int usualCount) {
        this.usualCount = usualCount;
    }

    @Override
    public int usualCount() {
        return usualCount;
    }

    @Override
    public List<String> needs() {
        return this == INVALID_FIELDS_1003 ? List.of("field") : List.of();
    }

    /** For example {@code marketo-rate-limit-606}. */
    @Override
    public String text() {
        return "marketo-" + FaultName.super.text();
    }
}
