package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what the tap sent with what the sandbox's instance really holds. */
final class Truths {
    private static final Map<String, List<String>> KEYS = Map.of(
            "activities", List.of("marketoGUID"),
            "deleted_leads", List.of("leadId"),
            "lead_merges", List.of("winnerId", "loserId"),
            "program_members", List.of("leadId", "programId"),
            "program_costs", List.of("programId", "startDate", "note"),
            "program_tags", List.of("programId", "tagType"),
            "tag_types", List.of("tagType"));

    private Truths() {}

    /** The rows of a stream that can be read and are older than the last five minutes, by key. */
    static Map<String, Map<String, @Nullable Object>> rows(Sandbox sandbox, String stream) {
        Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : sandbox.marketo().truth(stream)) {
            if (row.get("_gone_at") == null && isSettled(sandbox, row)) {
                rows.put(key(stream, name -> row.get(name) == null ? "" : String.valueOf(row.get(name))), row);
            }
        }
        return rows;
    }

    private static boolean isSettled(Sandbox sandbox, Map<String, @Nullable Object> row) {
        Instant limit = sandbox.now().minusSeconds(300);
        return java.util.stream.Stream.of("_changed_at", "activityDate", "mergedAt")
                .noneMatch(stamp -> row.get(stamp) instanceof Instant at && at.isAfter(limit));
    }

    /** The newest record of each key. */
    static Map<String, JsonNode> newest(String stream, Collection<JsonNode> records) {
        Map<String, JsonNode> newest = new LinkedHashMap<>();
        records.forEach(record -> newest.put(
                key(
                        stream,
                        name -> record.path(name).isNull()
                                ? ""
                                : record.path(name).asText()),
                record));
        return newest;
    }

    private static String key(String stream, java.util.function.Function<String, String> value) {
        return KEYS.getOrDefault(stream, List.of("id")).stream().map(value).collect(Collectors.joining("|"));
    }

    /** Fails unless the records are the stream's rows to the last digit and code point. */
    static void assertSame(Sandbox sandbox, String stream, Collection<JsonNode> records) {
        Map<String, Map<String, @Nullable Object>> rows = rows(sandbox, stream);
        Map<String, JsonNode> sent = newest(stream, records);

        assertThat(sent.keySet()).as("keys of %s", stream).containsExactlyInAnyOrderElementsOf(rows.keySet());
        rows.forEach((key, row) -> row.forEach((field, value) -> {
            JsonNode record = Objects.requireNonNull(sent.get(key));
            if (!field.startsWith("_") && isShown(stream, record, field)) {
                assertThat(same(record.path(field), value))
                        .as("%s %s %s: sent %s, is %s", stream, key, field, record.path(field), value)
                        .isTrue();
            }
        }));
    }

    /** The truth knows more of an asset than each of its endpoints shows; of leads and activities everything counts. */
    private static boolean isShown(String stream, JsonNode record, String field) {
        return switch (stream) {
            case "leads" -> true;
            case "activities" -> !field.equals("id"); // only REST has it
            case "program_members" -> !field.equals("program"); // the program's name, looked up by the extract
            case "campaigns" -> record.has(field) && !field.equals("updatedAt"); // told a second too early
            default -> record.has(field);
        };
    }

    private static boolean same(JsonNode sent, @Nullable Object value) {
        if (value == null || value.equals("") || value.equals("null")) { // files cannot tell these apart
            return sent.isNull() || sent.asText().isEmpty() || sent.asText().equals(value);
        }
        if (value instanceof Map<?, ?> map) {
            return sent.size() == map.size()
                    && map.entrySet().stream()
                            .allMatch(entry -> same(sent.path(String.valueOf(entry.getKey())), entry.getValue()));
        }
        if (value instanceof List<?> list) {
            return sent.size() == list.size()
                    && java.util.stream.IntStream.range(0, list.size()).allMatch(i -> same(sent.path(i), list.get(i)));
        }
        if (value instanceof Number number) {
            return new BigDecimal(sent.asText()).compareTo(new BigDecimal(number.toString())) == 0;
        }
        if (value instanceof Boolean flag) {
            return sent.isBoolean() && sent.booleanValue() == flag;
        }
        if (value instanceof Instant instant) {
            return sent.isTextual() && Instant.parse(sent.asText()).equals(instant);
        }
        return sent.isTextual() && sent.asText().equals(value.toString());
    }
}
