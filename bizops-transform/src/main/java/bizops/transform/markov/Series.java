package bizops.transform.markov;

import java.util.SortedMap;

/** The sums of a group on each day. Owned by one thread. */
final class Series {
    private final DaySums calendar = new DaySums();
    private final DaySums cohort = new DaySums();

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

    /** Over all time. */
    Sum all() {
        return calendar.all();
    }

    void add(Series other) {
        calendar.add(other.calendar);
        cohort.add(other.cohort);
    }
}
