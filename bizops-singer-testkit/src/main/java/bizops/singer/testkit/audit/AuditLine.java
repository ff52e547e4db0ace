package bizops.singer.testkit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One line of {@code --audit}: what the source counts of a stream, apart from the rows that it names as changed since. Tests
 * of a tap hold it to the rows of an earlier load. Immutable.
 */
public final class AuditLine {
    private final JsonNode line;
    private final String key;
    private final String stamp;

    private AuditLine(JsonNode line, String key, String stamp) {
        this.line = line;
        this.key = key;
        this.stamp = stamp;
    }

    /**
     * The line of a stream.
     *
     * @param lines all that the audit printed
     * @param key the field that names a row
     * @param stamp the field that tells when a row was changed, an instant
     * @throws IllegalArgumentException if the audit says nothing of the stream
     */
    public static AuditLine of(List<JsonNode> lines, String stream, String key, String stamp) {
        return lines.stream()
                .filter(line -> line.path("stream").asText().equals(stream))
                .map(line -> new AuditLine(line, key, stamp))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line of " + stream + " in " + lines));
    }

    /** As the tap printed it. */
    public JsonNode json() {
        return line;
    }

    public int rows() {
        return line.path("rows").asInt();
    }

    /** The sum of a field of numbers. */
    public BigDecimal sum(String field) {
        return new BigDecimal(line.path("sums").path(field).asText());
    }

    /** The keys of rows that the line leaves out, as they have changed. */
    public Set<String> changed() {
        Set<String> keys = new HashSet<>();
        line.path("changed").forEach(changed -> keys.add(changed.asText()));
        return keys;
    }

    /** Those of the rows that the line speaks of: stamped before its moment, and not changed since. */
    public List<JsonNode> unchanged(Collection<JsonNode> rows) {
        Instant before = Instant.parse(line.path("before").asText());
        Set<String> changed = changed();
        return rows.stream()
                .filter(row -> stamp(row).isBefore(before))
                .filter(row -> !changed.contains(row.path(key).asText()))
                .toList();
    }

    /**
     * What the line says otherwise than these rows: their number, a sum, the newest stamp. Empty if it agrees.
     *
     * @param rows that a load sent, each once and without those that it marked as deleted
     */
    public List<String> differences(Collection<JsonNode> rows) {
        List<JsonNode> ours = unchanged(rows);
        List<String> differences = new ArrayList<>();
        note(differences, "rows", line.path("rows").asText(), String.valueOf(ours.size()));
        line.path("sums").fieldNames().forEachRemaining(field -> {
            BigDecimal sum = ours.stream()
                    .map(row -> row.path(field))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::decimalValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(sum(field)) != 0) {
                note(differences, field, sum(field).toPlainString(), sum.toPlainString());
            }
        });
        String newest = ours.stream()
                .map(this::stamp)
                .max(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse("none");
        JsonNode told = line.path("newest");
        note(
                differences,
                "newest",
                told.isTextual() ? Instant.parse(told.asText()).toString() : "none",
                newest);
        return differences;
    }

    private void note(List<String> differences, String what, String told, String ours) {
        if (!told.equals(ours)) {
            differences.add(line.path("stream").asText() + ": " + what + " is " + told + ", by the rows " + ours);
        }
    }

    private Instant stamp(JsonNode row) {
        return Instant.parse(row.path(stamp).asText());
    }
}
