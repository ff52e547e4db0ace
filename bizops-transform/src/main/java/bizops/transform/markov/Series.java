package bizops.transform.markov;

import java.util.SortedMap;

/** The sums of a group over all time and, where they are asked for, of each day. Owned by one thread. */
final class Series {
    private final Sum all = new Sum();
    private final DaySums calendar = new DaySums();
    private final DaySums cohort = new DaySums();

    Sum all() {
        return all;
    }

    /** Of the event's day, counted from 1970-01-01. */
    Sum onEventDay(int day) {
        return calendar.on(day);
    }

    /** Of the day of the touch. */
    Sum onTouchDay(int day) {
        return cohort.on(day);
    }

    /** By the event's day, in order. */
    SortedMap<Integer, Sum> calendar() {
        return calendar.inOrder();
    }

    /** By the day of the touch, in order. */
    SortedMap<Integer, Sum> cohort() {
        return cohort.inOrder();
    }

    void add(Series other) {
        all.add(other.all);
        calendar.add(other.calendar);
        cohort.add(other.cohort);
    }
}
