package bizops.sandbox.zuora.data;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Ids of 32 lower-case hexadecimal digits, the last 16 of which are ordered by time, and the numbers that people read
 * ({@code INV00000123}).
 */
final class Ids {
    private static final int SERIAL_BITS = 16;
    private static final long COMPUTED = 0x7f00_0000_0000_0000L;

    private final String prefix;
    private final Map<String, Integer> numbers = new HashMap<>();
    private long last;

    Ids(long seed) {
        prefix = "8ad0" + String.format(Locale.ROOT, "%012x", (seed * 0x9E3779B97F4A7C15L) & 0xFFFFFFFFFFFFL);
    }

    String next(Instant now) {
        last = Math.max(last + 1, now.toEpochMilli() << SERIAL_BITS);
        return prefix + String.format(Locale.ROOT, "%016x", last);
    }

    /** The id of a computed row: behind every other. */
    String computed(int index) {
        return prefix + String.format(Locale.ROOT, "%016x", COMPUTED + index);
    }

    String number(String numberPrefix) {
        return numberPrefix + String.format(Locale.ROOT, "%08d", numbers.merge(numberPrefix, 1, Integer::sum));
    }
}
