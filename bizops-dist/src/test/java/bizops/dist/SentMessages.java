package bizops.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lines that went over a pipe into a target. */
record SentMessages(List<String> lines) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a pipe whose reader has ended, the last line may be half. */
    static SentMessages read(Path file) throws IOException {
        return new SentMessages(Written.text(file).lines().toList());
    }

    /** The ids of the records in the first {@code count} lines, by table. */
    Map<String, Set<String>> idsOfFirst(int count) throws IOException {
        Map<String, Set<String>> ids = new TreeMap<>();
        for (String line : lines.subList(0, count)) {
            JsonNode message = JSON.readTree(line);
            if (message.path("type").asText().equals("RECORD")) {
                ids.computeIfAbsent(message.path("stream").asText().toLowerCase(Locale.ROOT), table -> new TreeSet<>())
                        .add(message.path("record").path("Id").asText());
            }
        }
        return ids;
    }

    /** How many lines stand before the first STATE of this value. */
    int linesBefore(String state) throws IOException {
        JsonNode value = JSON.readTree(state);
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith("{\"type\":\"STATE\"")
                    && JSON.readTree(line).path("value").equals(value)) {
                return at;
            }
        }
        throw new IOException("the tap never sent the state " + state);
    }
}
