package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Org;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What will happen and when. Luck is drawn while things happen, in one order, however the time is cut into steps. */
final class Agenda {
    private record Item(Instant at, long number, Runnable event) {}

    private final Org org;
    private final PriorityQueue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::at).thenComparing(Item::number));
    private long number;

    Agenda(Org org) {
        this.org = org;
    }

    /** Plans an event; a time that has passed means as soon as possible. */
    void at(Instant instant, Runnable event) {
        items.add(new Item(instant.isBefore(org.now()) ? org.now() : instant, number++, event));
    }

    /** Lets everything happen up to and including an instant, where the clock then stands. */
    void runUntil(Instant end) {
        while (!items.isEmpty() && !items.peek().at().isAfter(end)) {
            Item next = items.remove();
            org.setNow(next.at());
            next.event().run();
        }
        org.setNow(end);
    }
}
