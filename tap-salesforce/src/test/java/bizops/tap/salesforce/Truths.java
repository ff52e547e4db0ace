package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what the tap sent with what the sandbox's organisation really holds. */
final class Truths {
    private static final Set<String> NOT_READ_BY_DEFAULT = Set.of("LastViewedDate", "LastReferencedDate");

    private Truths() {}

    /** The rows of an object that a query can see, by id. */
    static Map<String, Map<String, @Nullable Object>> rows(Sandbox sandbox, String object) {
        Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : sandbox.truth(object)) {
            if (row.get("_gone_at") == null) {
                rows.put(String.valueOf(row.get("Id")), row);
            }
        }
        return rows;
    }

    /** The newest record of each id. */
    static Map<String, JsonNode> newest(Collection<JsonNode> records) {
        Map<String, JsonNode> newest = new LinkedHashMap<>();
        records.forEach(record -> newest.put(record.path("Id").asText(), record));
        return newest;
    }

    /** Fails unless the records are the object's rows to the last digit and code point. */
    static void assertSame(Sandbox sandbox, String object, Collection<JsonNode> records) {
        assertSame(sandbox, object, records, NOT_READ_BY_DEFAULT);
    }

    /** The same for reads at several times: formulas and roll-ups change without a new stamp, so they do not count. */
    static void assertSameStored(Sandbox sandbox, String object, Collection<JsonNode> records) {
        Set<String> ignored = new HashSet<>(NOT_READ_BY_DEFAULT);
        JsonNode catalog =
                TapRun.against(sandbox).streams(object).discover().run().catalog();
        for (JsonNode field : catalog.path("streams").path(0).path("metadata")) {
            if (field.path("metadata").path("calculated").asBoolean()) {
                ignored.add(field.path("breadcrumb").path(1).asText());
            }
        }
        assertSame(sandbox, object, records, ignored);
    }

    private static void assertSame(Sandbox sandbox, String object, Collection<JsonNode> records, Set<String> ignored) {
        Map<String, Map<String, @Nullable Object>> rows = rows(sandbox, object);
        Map<String, JsonNode> sent = newest(records);

        assertThat(sent.keySet()).as("ids of %s", object).containsExactlyInAnyOrderElementsOf(rows.keySet());
        rows.forEach((id, row) -> row.forEach((field, value) -> {
            if (!field.startsWith("_") && !ignored.contains(field)) {
                JsonNode record = Objects.requireNonNull(sent.get(id));
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
        if (value instanceof Boolean flag) {
            return sent.isBoolean() && sent.booleanValue() == flag;
        }
        if (value instanceof Instant instant) {
            return sent.isTextual() && Instant.parse(sent.asText()).equals(instant);
        }
        return sent.isTextual() && sent.asText().equals(value.toString());
    }
}
