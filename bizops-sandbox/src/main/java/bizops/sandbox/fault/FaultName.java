package bizops.sandbox.fault;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The faults that can be armed. The sandbox's README says what each one does. */
public enum FaultName {
    SESSION_EXPIRED(1),
    UNAVAILABLE_503(1),
    BAD_GATEWAY_502(1),
    ERROR_500(1),
    CONNECTION_RESET(1),
    TRUNCATED_BODY(1),
    EDGE_420(1),
    TOO_MANY_429(1),
    EMPTY_406(1),
    HTML_200(1),
    STALL(1),
    QUOTA_REACHED(FaultName.ALWAYS),
    CONCURRENT_LIMIT(1),
    QUERY_TIMEOUT(FaultName.ALWAYS),
    INVALID_LOCATOR(1),
    FIELD_HIDDEN(FaultName.ALWAYS),
    OBJECT_HIDDEN(FaultName.ALWAYS),
    LATE_COMMIT(1);

    /** A count that never ends. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private final int usualCount;

    FaultName(int usualCount) {
        this.usualCount = usualCount;
    }

    /** How often the fault fires when its arming says nothing. */
    int usualCount() {
        return usualCount;
    }

    /** The name as written by people, for example {@code connection-reset}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultName> of(String text) {
        return Stream.of(values())
                .filter(name -> name.text().equals(text.replace('_', '-')))
                .findFirst();
    }
}
