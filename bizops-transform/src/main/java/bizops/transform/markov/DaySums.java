package bizops.transform.markov;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums by day, which are asked for several times for each touch: a hash table without boxes. Owned by one thread. */
final class DaySums {
    /** The golden ratio, by which days that follow each other are spread. */
    private static final int SPREAD = 0x9E3779B9;

    private int[] days = new int[16];
    private @Nullable Sum[] sums = new @Nullable Sum[16];
    private int size;

    /** The sum of a day, 0 at first. */
    Sum on(int day) {
        int at = place(day);
        Sum known = sums[at];
        if (known != null) {
            return known;
        }
        if (2 * ++size > days.length) {
            grow();
            at = place(day);
        }
        Sum first = new Sum();
        days[at] = day;
        sums[at] = first;
        return first;
    }

    /** Where the day stands, or may be put. */
    private int place(int day) {
        int last = days.length - 1;
        int at = ((day * SPREAD) >>> 8) & last;
        while (sums[at] != null && days[at] != day) {
            at = (at + 1) & last;
        }
        return at;
    }

    private void grow() {
        int[] before = days;
        @Nullable Sum[] kept = sums;
        days = new int[2 * before.length];
        sums = new @Nullable Sum[days.length];
        for (int i = 0; i < before.length; i++) {
            if (kept[i] != null) {
                int at = place(before[i]);
                days[at] = before[i];
                sums[at] = kept[i];
            }
        }
    }

    void add(DaySums other) {
        for (int i = 0; i < other.days.length; i++) {
            Sum more = other.sums[i];
            if (more != null) {
                on(other.days[i]).add(more);
            }
        }
    }

    /** Over all days. */
    Sum all() {
        Sum all = new Sum();
        for (Sum sum : sums) {
            if (sum != null) {
                all.add(sum);
            }
        }
        return all;
    }

    /** All of them, by day. */
    SortedMap<Integer, Sum> inOrder() {
        SortedMap<Integer, Sum> ordered = new TreeMap<>();
        for (int i = 0; i < days.length; i++) {
            Sum sum = sums[i];
            if (sum != null) {
                ordered.put(days[i], sum);
            }
        }
        return ordered;
    }
}
