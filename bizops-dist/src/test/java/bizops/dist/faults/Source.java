package bizops.dist.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code two_streams_tap.py} sends of its events. */
final class Source {
    static final int ROWS = 2000;
    private static final int TEXT = 300;
    private static final int PART = 1_000_000;
    private static final int EVENTS_OF_A_BOOKMARK = 3;

    private Source() {}

    static Map<String, Object> settings(Scenario scenario, int part) {
        return Map.of(
                "rows",
                ROWS,
                "text",
                TEXT,
                "part",
                part,
                "state_every",
                scenario.stateEvery(),
                "inclusive",
                scenario.inclusive(),
                "echo",
                !scenario.told());
    }

    /** The values of {@code n} in the stream without a key that an inclusive tap sends again from this state. */
    static List<Integer> again(int events, int part) {
        int last = events;
        while (last > 0 && !isLog(last)) {
            last--;
        }
        List<Integer> again = new ArrayList<>();
        for (int event = last; event > 0 && event / EVENTS_OF_A_BOOKMARK == last / EVENTS_OF_A_BOOKMARK; event--) {
            if (isLog(event)) {
                again.add(part * PART + event);
            }
        }
        return again;
    }

    private static boolean isLog(int event) {
        return event % 5 == 1 || event % 5 == 3;
    }
}
