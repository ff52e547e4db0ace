package bizops.sandbox.marketo.wire;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The limits of a subscription by name (section 3 of the vendor notes); a test may change them. Thread-safe. */
public final class Limits {
    /** Calls a day over all services; reset at midnight in Chicago. */
    public static final String CALLS_A_DAY = "callsADay";
    /** Calls in any 20 seconds of real time; 0 does not meter. */
    public static final String CALLS_IN_WINDOW = "callsInWindow";
    /** Calls in flight. */
    public static final String CONCURRENCY = "concurrency";
    /** Bytes of files a day, told as whole megabytes. */
    public static final String BYTES_A_DAY = "bytesADay";
    /** Jobs that wait or run. */
    public static final String QUEUE = "queue";
    /** Jobs that run. */
    public static final String PROCESSING = "processing";
    /** How long a job runs by the sandbox's clock; 0 lets jobs go on with every question for a status. */
    public static final String JOB_SECONDS = "jobSeconds";

    /** 1 takes a token from the parameter {@code access_token} too, as was possible until 31 August 2026; 0 does not. */
    public static final String QUERY_TOKEN = "queryToken";

    private static final Map<String, Long> USUAL = Map.of(
            CALLS_A_DAY, 50_000L,
            CALLS_IN_WINDOW, 0L,
            CONCURRENCY, 10L,
            BYTES_A_DAY, 500L * 1024 * 1024,
            QUEUE, 10L,
            PROCESSING, 2L,
            JOB_SECONDS, 0L,
            QUERY_TOKEN, 0L);

    private final Map<String, Long> values = new ConcurrentHashMap<>(USUAL);

    /** Changes a limit; refuses one that there is not. */
    public void set(String name, long value) {
        if (!USUAL.containsKey(name) || value < 0) {
            throw new IllegalArgumentException("no limit " + name + "=" + value + "; there are: "
                    + String.join(", ", new TreeMap<>(USUAL).keySet()));
        }
        values.put(name, value);
    }

    public long get(String name) {
        return values.getOrDefault(name, 0L);
    }

    public Map<String, Long> all() {
        return new TreeMap<>(values);
    }

    public void reset() {
        values.putAll(USUAL);
    }
}
