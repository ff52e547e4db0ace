package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what the tap sent with what the sandbox's tenant really holds. */
final class Truths {
    private Truths() {}

    /** The live rows of an object, by id. */
    static Map<String, Map<String, @Nullable Object>> rows(Sandbox sandbox, String object) {
        Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : sandbox.zuora().truth(object)) {
            if (!Boolean.TRUE.equals(row.get("Deleted"))) {
                rows.put(String.valueOf(row.get("Id")), row);
            }
        }
        return rows;
    }

    /** What a keyed target holds after these records: the newest of each id, without those that were deleted. */
    static Map<String, JsonNode> newest(Collection<JsonNode> records) {
        Map<String, JsonNode> newest = new LinkedHashMap<>();
        records.forEach(record -> newest.put(record.path("Id").asText(), record));
        newest.values().removeIf(record -> record.hasNonNull("_sdc_deleted_at"));
        return newest;
    }

    /** Fails unless the records of these runs, one after the other, are the object's live rows to the last digit. */
    static void assertSame(Sandbox sandbox, String object, TapRun.Result... runs) {
        List<JsonNode> records = new ArrayList<>();
        for (TapRun.Result run : runs) {
            records.addAll(run.records(object));
        }
        assertSame(sandbox, object, records, runs[runs.length - 1].fields(object));
    }

    static void assertSame(Sandbox sandbox, String object, Collection<JsonNode> records, Collection<String> fields) {
        Map<String, Map<String, @Nullable Object>> rows = rows(sandbox, object);
        Map<String, JsonNode> sent = newest(records);

        assertThat(new TreeSet<>(sent.keySet())).as("ids of %s", object).isEqualTo(new TreeSet<>(rows.keySet()));
        rows.forEach((id, row) -> fields.forEach(field -> {
            if (!field.startsWith("_")) {
                JsonNode record = Objects.requireNonNull(sent.get(id));
                Object value = row.get(field);
                assertThat(same(record.path(field), value))
                        .as("%s %s %s: sent %s, is %s", object, id, field, record.path(field), value)
                        .isTrue();
            }
        }));
    }

    private static boolean same(JsonNode sent, @Nullable Object value) {
        if (value == null) {
            return sent.isNull();
        }
        if (value instanceof BigDecimal number) {
            return sent.isNumber() && sent.decimalValue().compareTo(number) == 0;
        }
        if (value instanceof Number number) {
            return sent.isIntegralNumber() && sent.asText().equals(number.toString());
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
