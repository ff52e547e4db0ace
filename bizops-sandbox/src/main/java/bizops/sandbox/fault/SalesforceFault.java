package bizops.sandbox.fault;

import java.util.List;

/** What goes wrong at Salesforce. */
public enum SalesforceFault implements FaultName {
    SESSION_EXPIRED,
    UNAVAILABLE_503,
    BAD_GATEWAY_502,
    ERROR_500,
    EDGE_420,
    TOO_MANY_429,
    EMPTY_406,
    HTML_200,
    QUOTA_REACHED(ALWAYS),
    CONCURRENT_LIMIT,
    QUERY_TIMEOUT(ALWAYS),
    INVALID_LOCATOR,
    FIELD_HIDDEN(ALWAYS),
    OBJECT_HIDDEN(ALWAYS),
    LATE_COMMIT;

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
