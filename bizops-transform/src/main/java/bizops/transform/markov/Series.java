package bizops.transform.markov;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sums of a group over all time and, where they are asked for, of each day. Owned by one thread. */
final class Series {
    private final Sum all = new Sum();
    private final SortedMap<Integer, Sum> calendar = new TreeMap<>();
    private final SortedMap<Integer, Sum> cohort = new TreeMap<>();

    Sum all() {
        return all;
    }

    /** By the event's day, counted from 1970-01-01. */
    SortedMap<Integer, Sum> calendar() {
        return calendar;
    }

    /** By the day of the touch. */
    SortedMap<Integer, Sum> cohort() {
        return cohort;
    }

    void add(Series other) {
        all.add(other.all);
        add(calendar, other.calendar);
        add(cohort, other.cohort);
    }

    private static void add(Map<Integer, Sum> to, Map<Integer, Sum> from) {
        from.forEach((day, sum) -> on(to, day).add(sum));
    }

    static Sum on(Map<Integer, Sum> days, int day) {
        return days.computeIfAbsent(day, first -> new Sum());
    }
}
