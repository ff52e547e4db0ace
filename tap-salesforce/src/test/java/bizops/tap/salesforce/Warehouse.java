package bizops.tap.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One table as a target would keep it: upserts by Id, removes what is marked deleted or left out of a version. */
final class Warehouse {
    private final String stream;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    Warehouse(String stream) {
        this.stream = stream;
    }

    private record Row(JsonNode record, @Nullable Long version) {}

    void load(List<JsonNode> messages) {
        for (JsonNode message : messages) {
            if (message.path("stream").asText().equals(stream)) {
                take(message);
            }
        }
    }

    /** The rows that are left. */
    Collection<JsonNode> records() {
        return rows.values().stream().map(Row::record).toList();
    }

    private void take(JsonNode message) {
        Long version = message.hasNonNull("version") ? message.path("version").longValue() : null;
        switch (message.path("type").asText()) {
            case "RECORD" -> {
                JsonNode record = message.path("record");
                if (record.hasNonNull("_sdc_deleted_at")) {
                    rows.remove(record.path("Id").asText());
                } else {
                    rows.put(record.path("Id").asText(), new Row(record, version));
                }
            }
            case "ACTIVATE_VERSION" ->
                rows.values()
                        .removeIf(row -> row.version() == null
                                || row.version() < message.path("version").longValue());
            default -> {}
        }
    }
}
