package bizops.transform.markov;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sums of a group over all time and, where they are asked for, of each day. Owned by one thread. */
final class Series {
    private final Sum all = new Sum();
    private final Map<Integer, Sum> calendar = new HashMap<>();
    private final Map<Integer, Sum> cohort = new HashMap<>();

    Sum all() {
        return all;
    }

    /** Of the event's day, counted from 1970-01-01. */
    Sum onEventDay(int day) {
        return on(calendar, day);
    }

    /** Of the day of the touch. */
    Sum onTouchDay(int day) {
        return on(cohort, day);
    }

    /** By the event's day, in order. */
    SortedMap<Integer, Sum> calendar() {
        return new TreeMap<>(calendar);
    }

    /** By the day of the touch, in order. */
    SortedMap<Integer, Sum> cohort() {
        return new TreeMap<>(cohort);
    }

    void add(Series other) {
        all.add(other.all);
        add(calendar, other.calendar);
        add(cohort, other.cohort);
    }

    private static void add(Map<Integer, Sum> to, Map<Integer, Sum> from) {
        from.forEach((day, sum) -> on(to, day).add(sum));
    }

    private static Sum on(Map<Integer, Sum> days, int day) {
        return days.computeIfAbsent(day, first -> new Sum());
    }
}
