package bizops.singer.testkit.target;

import bizops.singer.testkit.line.Line;
import bizops.singer.testkit.line.Output;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in the destination. Immutable. */
record Loaded(Destination destination) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]+");

    /** The rows of the stream's table. */
    List<JsonNode> rows(String stream) throws IOException, InterruptedException {
        byte[] text = String.join("\n", destination.rows(stream)).getBytes(StandardCharsets.UTF_8);
        List<JsonNode> rows = new ArrayList<>();
        for (Line line : Output.of("destination", text).lines()) {
            if (!line.isObjects()) {
                throw new NothingToJudge("the destination's rows are no JSON objects; " + line);
            }
            rows.addAll(line.values());
        }
        return rows;
    }

    /** Whether each record that a feed leaves standing is there: with keys the last one of each, else all. */
    Verdict difference(Feed feed) throws IOException, InterruptedException {
        Map<String, Map<String, JsonNode>> expected = Expected.of(feed);
        for (Map.Entry<String, Map<String, JsonNode>> stream : expected.entrySet()) {
            List<JsonNode> rows = new ArrayList<>(rows(stream.getKey()));
            for (JsonNode record : stream.getValue().values()) {
                Optional<JsonNode> row =
                        rows.stream().filter(there -> holds(there, record)).findFirst();
                if (row.isEmpty()) {
                    return Verdict.fail("no such row in \"" + stream.getKey() + "\", but " + rows, record);
                }
                rows.remove(row.get());
            }
        }
        return Verdict.pass();
    }

    /** The value of the column, its name's case aside. */
    static Optional<JsonNode> column(JsonNode row, String name) {
        return row.properties().stream()
                .filter(column -> column.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A name of more than letters, digits and underlines may have been changed; its column is not judged. */
    private static boolean holds(JsonNode row, JsonNode record) {
        return record.properties().stream()
                .filter(property -> PLAIN.matcher(property.getKey()).matches())
                .allMatch(property -> column(row, property.getKey())
                        .map(value -> SameValue.of(property.getValue(), value))
                        .orElse(false));
    }
}
