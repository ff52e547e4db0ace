package bizops.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;

/** What the page's script must know of measures and tables, so that they are defined once. */
final class ViewJson {
    private ViewJson() {}

    static String write() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            measures(json);
            gaps(json);
            tables(json);
            json.writeArrayFieldStart("limits");
            for (int limit : Waits.LIMITS) {
                json.writeNumber(limit);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    private static void measures(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("measures");
        for (Measure measure : Measure.values()) {
            json.writeObjectFieldStart(measure.key());
            json.writeStringField("title", measure.title());
            json.writeStringField("unit", measure.unit().name());
            json.writeNumberField("places", measure.unit().places());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void gaps(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("gaps");
        for (Gap gap : Gap.values()) {
            json.writeStringField(gap.name(), gap.reason());
        }
        json.writeEndObject();
    }

    private static void tables(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tables");
        for (TableSpec table : TableSpec.ALL) {
            json.writeObjectFieldStart(table.id());
            json.writeStringField("caption", table.caption());
            json.writeFieldName("labels");
            json.writeArray(
                    table.labels().toArray(String[]::new), 0, table.labels().size());
            String[] keys = table.measures().stream().map(Measure::key).toArray(String[]::new);
            json.writeFieldName("measures");
            json.writeArray(keys, 0, keys.length);
            json.writeStringField(
                    "sortedBy",
                    table.sortedBy() == null ? null : table.sortedBy().key());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
