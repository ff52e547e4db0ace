package bizops.sandbox.fault;

import java.util.List;

/** What goes wrong at Salesforce. */
public enum SalesforceFault implements FaultName {
    SESSION_EXPIRED,
    /** A session that a new log-in does not mend. */
    SESSION_REFUSED(ALWAYS),
    /** Refresh tokens are good for one use. */
    REFRESH_ROTATION(ALWAYS),
    /** The OAuth username-password flow is not blocked. */
    PASSWORD_FLOW_ON(ALWAYS),
    /** The SOAP API's login call is disabled. */
    SOAP_LOGIN_OFF(ALWAYS),
    UNAVAILABLE_503,
    BAD_GATEWAY_502,
    ERROR_500,
    EDGE_420,
    TOO_MANY_429,
    EMPTY_406,
    HTML_200,
    QUOTA_REACHED(ALWAYS),
    CONCURRENT_LIMIT,
    /** The header that tells the use of the quota is behind. */
    LIMIT_INFO_LAGS(ALWAYS),
    /** The header tells the use of one connected app too. */
    LIMIT_INFO_PER_APP(ALWAYS),
    /** The log of deletions reaches less far back. */
    DELETION_LOG_PURGED(ALWAYS),
    QUERY_TIMEOUT(ALWAYS),
    INVALID_LOCATOR,
    FIELD_HIDDEN(ALWAYS),
    OBJECT_HIDDEN(ALWAYS),
    LATE_COMMIT,
    BULK_JOB_SLOW,
    BULK_JOB_STUCK,
    BULK_JOB_FAILED,
    BULK_JOB_ABORTED,
    BULK_JOB_EXPIRED(ALWAYS),
    BULK_JOB_LIMIT(ALWAYS),
    BULK_STORAGE_LIMIT(ALWAYS),
    BULK_REFUSED(ALWAYS),
    BULK_DISABLED(ALWAYS),
    BULK_SMALL_PAGES(ALWAYS),
    BULK_ROWS_MISSING,
    BULK_BATCH_FAILED;

    private final int usualCount;

    SalesforceFault() {
        this(1);
    }

    SalesforceFault(int usualCount) {
        this.usualCount = usualCount;
    }

    @Override
    public int usualCount() {
        return usualCount;
    }

    @Override
    public List<String> needs() {
        return switch (this) {
            case FIELD_HIDDEN -> List.of("object", "field");
            case OBJECT_HIDDEN -> List.of("object");
            default -> List.of();
        };
    }
}
