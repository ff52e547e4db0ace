package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** What a target printed, as states. */
final class Printed {
    private Printed() {}

    /** The states that a run printed, whether bare or inside a message. */
    static List<JsonNode> states(Ended run) {
        return run.output().lines().stream()
                .flatMap(line -> line.values().stream())
                .map(Printed::unwrapped)
                .toList();
    }

    /** Whether it is a STATE message. */
    static boolean isWrapped(JsonNode printed) {
        return printed.path("type").asText().toUpperCase(Locale.ROOT).equals("STATE") && printed.has("value");
    }

    private static JsonNode unwrapped(JsonNode printed) {
        return isWrapped(printed) ? printed.path("value") : printed;
    }
}
