package bizops.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Discovered catalogs, and the selection a user would make in them. */
public final class Catalogs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Catalogs() {}

    /** What {@code tap-salesforce --discover} prints with settings from the environment and from files. */
    static JsonNode discover(Map<String, String> environment, String... moreConfigs)
            throws IOException, InterruptedException {
        String[] arguments = new String[3 + 2 * moreConfigs.length];
        arguments[0] = "--discover";
        arguments[1] = "--config";
        arguments[2] = "ENV";
        for (int at = 0; at < moreConfigs.length; at++) {
            arguments[3 + 2 * at] = "--config";
            arguments[4 + 2 * at] = moreConfigs[at];
        }
        return read(Run.of(environment, Tree.program("tap-salesforce"), arguments));
    }

    /** What {@code --discover} of any tap prints with settings from a file. */
    public static JsonNode discover(String tap, Path config) throws IOException, InterruptedException {
        return read(Run.of(Tree.program(tap), "--discover", "--config", config.toString()));
    }

    private static JsonNode read(Run run) throws IOException {
        if (run.exit() != 0) {
            throw new IOException("discovery failed; " + run.stderr());
        }
        return JSON.readTree(run.stdout());
    }

    /** Writes the catalog with exactly these streams selected. */
    public static void select(JsonNode catalog, Path file, String... streams) throws IOException {
        for (JsonNode stream : catalog.path("streams")) {
            boolean wanted =
                    List.of(streams).contains(stream.path("tap_stream_id").asText());
            ArrayNode metadata = ((ObjectNode) stream).withArrayProperty("metadata");
            for (JsonNode entry : metadata) {
                if (entry.path("breadcrumb").isEmpty()) {
                    ((ObjectNode) entry.path("metadata")).put("selected", wanted);
                }
            }
        }
        JSON.writeValue(file.toFile(), catalog);
    }
}
