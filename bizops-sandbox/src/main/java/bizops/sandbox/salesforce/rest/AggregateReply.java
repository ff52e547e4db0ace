package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.FieldType;
import bizops.sandbox.salesforce.data.Wire;
import bizops.sandbox.salesforce.soql.Aggregate;
import bizops.sandbox.salesforce.soql.Statement;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a query of aggregates: one record of the type AggregateResult. Stateless. */
final class AggregateReply {
    private AggregateReply() {}

    /** @param ids the rows that match */
    static Reply of(Statement statement, List<String> ids) {
        List<@Nullable Object> values = statement.aggregated(ids);
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("totalSize", 1);
            json.writeBooleanField("done", true);
            json.writeArrayFieldStart("records");
            json.writeStartObject();
            json.writeObjectFieldStart("attributes");
            json.writeStringField("type", "AggregateResult");
            json.writeEndObject();
            for (int i = 0; i < values.size(); i++) {
                Aggregate aggregate = statement.aggregates().get(i);
                json.writeFieldName(aggregate.name());
                write(json, aggregate, values.get(i));
            }
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void write(JsonGenerator json, Aggregate aggregate, @Nullable Object value) throws IOException {
        Field field = aggregate.column().field();
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            boolean isWhole = aggregate.kind() == Aggregate.Kind.COUNT || field.type() == FieldType.INT;
            json.writeNumber(isWhole ? number.toPlainString() : Wire.number(field, number));
        } else if (value instanceof Instant instant) {
            json.writeString(Wire.instant(instant));
        } else {
            json.writeString(value.toString());
        }
    }
}
