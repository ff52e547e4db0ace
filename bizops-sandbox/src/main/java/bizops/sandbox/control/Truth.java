package bizops.sandbox.control;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.FieldType;
import bizops.sandbox.salesforce.data.Formulas;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.Row;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.data.Wire;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every row as it really is, with exact digits: what a warehouse should hold after a load. */
public final class Truth {
    /** The key under which a row removed for good carries the instant of its removal; null for all others. */
    public static final String GONE_AT = "_gone_at";

    private final Org org;
    private final Formulas formulas;

    public Truth(Org org) {
        this.org = org;
        this.formulas = new Formulas(org);
    }

    /** All rows of an object in order of id, deleted and removed ones too; values as the org holds them. */
    public List<Map<String, @Nullable Object>> rows(String object) {
        SObject type = org.schema().get(object);
        return org.table(object).rows().stream().map(row -> row(type, row)).toList();
    }

    private Map<String, @Nullable Object> row(SObject type, Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : type.fields().values()) {
            if (field.type() != FieldType.ADDRESS) {
                values.put(field.name(), formulas.value(type, field, row.values()));
            }
        }
        values.put(GONE_AT, row.goneAt());
        return values;
    }

    /** The same as JSON lines. */
    public String lines(String object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setRootValueSeparator(null);
            for (Map<String, @Nullable Object> row : rows(object)) {
                line(json, row);
                json.writeRaw('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void line(JsonGenerator json, Map<String, @Nullable Object> row) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, @Nullable Object> entry : row.entrySet()) {
            Object value = entry.getValue();
            json.writeFieldName(entry.getKey());
            if (value == null) {
                json.writeNull();
            } else if (value instanceof BigDecimal number) {
                json.writeNumber(number.toPlainString());
            } else if (value instanceof Boolean bool) {
                json.writeBoolean(bool);
            } else {
                json.writeString(Wire.exact(value));
            }
        }
        json.writeEndObject();
    }
}
