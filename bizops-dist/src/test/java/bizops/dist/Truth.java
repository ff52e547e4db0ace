package bizops.dist;

import bizops.sandbox.Sandbox;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the sandbox really holds of an object, by Id; numbers with every digit. */
record Truth(Map<String, JsonNode> rows) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Truth of(Sandbox sandbox, String object) throws IOException {
        Map<String, JsonNode> rows = new TreeMap<>();
        for (String line : sandbox.truthLines(object).split("\n", -1)) {
            if (!line.isEmpty()) {
                JsonNode row = JSON.readTree(line);
                rows.put(row.path("Id").asText(), row);
            }
        }
        return new Truth(rows);
    }

    /** The rows that the API still shows, deleted ones in the bin among them. */
    Truth present() {
        Map<String, JsonNode> present = new LinkedHashMap<>(rows);
        present.values().removeIf(row -> !row.path("_gone_at").isNull());
        return new Truth(present);
    }

    /**
     * What a load must know after one that saw {@code earlier}: roll-ups and formulas change without a stamp, so a row
     * whose stamp is the same is still as it was (vendor's rule; a later full read brings such values up to date).
     */
    Truth asStampedSince(Truth earlier) {
        Map<String, JsonNode> stamped = new LinkedHashMap<>(rows);
        stamped.replaceAll((id, row) -> {
            JsonNode was = earlier.rows.get(id);
            return was != null && sameStamp(row, was) ? was : row;
        });
        return new Truth(stamped);
    }

    /** The rows that appeared, were stamped or were removed for good since {@code earlier}. */
    Truth changedSince(Truth earlier) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(rows);
        changed.entrySet().removeIf(row -> {
            JsonNode was = earlier.rows.get(row.getKey());
            return was != null && sameStamp(row.getValue(), was);
        });
        return new Truth(changed);
    }

    /** The Ids of rows stamped in {@code [from, to)}. */
    Set<String> stampedIn(Instant from, Instant to) {
        Set<String> ids = new TreeSet<>();
        rows.forEach((id, row) -> {
            Instant stamp = Instant.parse(row.path("SystemModstamp").asText().replace("+0000", "Z"));
            if (!stamp.isBefore(from) && stamp.isBefore(to)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private static boolean sameStamp(JsonNode row, JsonNode other) {
        return row.path("SystemModstamp").equals(other.path("SystemModstamp"))
                && row.path("_gone_at").equals(other.path("_gone_at"));
    }
}
