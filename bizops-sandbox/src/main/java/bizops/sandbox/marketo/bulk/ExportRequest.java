package bizops.sandbox.marketo.bulk;

import bizops.sandbox.marketo.wire.MarketoException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a job was asked for.
 *
 * @param headers names for the header row by field; fields that are absent keep their own
 */
record ExportRequest(
        ExportKind kind, List<String> fields, Format format, Map<String, String> headers, JsonNode filter) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ExportRequest read(ExportKind kind, String body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new MarketoException("609", "Invalid JSON");
        }
        List<String> fields = new ArrayList<>();
        json.path("fields").forEach(field -> fields.add(field.asText()));
        Map<String, String> headers = new LinkedHashMap<>();
        json.path("columnHeaderNames")
                .properties()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asText()));
        if (!json.path("filter").isObject()) {
            throw new MarketoException("1003", "Invalid data: filter is required");
        }
        return new ExportRequest(
                kind, List.copyOf(fields), format(json.path("format").asText("CSV")), headers, json.path("filter"));
    }

    private static Format format(String text) {
        return Arrays.stream(Format.values())
                .filter(format -> format.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> MarketoException.invalid(text, "CSV, TSV or SSV"));
    }

    ExportRequest withFields(List<String> newFields) {
        return new ExportRequest(kind, newFields, format, headers, filter);
    }

    /** The header row. */
    List<String> header() {
        return fields.stream().map(field -> headers.getOrDefault(field, field)).toList();
    }
}
