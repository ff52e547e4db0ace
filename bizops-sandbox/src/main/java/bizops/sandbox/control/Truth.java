package bizops.sandbox.control;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.FieldType;
import bizops.sandbox.salesforce.data.Formulas;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.data.Series;
import bizops.sandbox.salesforce.data.Table;
import bizops.sandbox.salesforce.data.Wire;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.AbstractList;
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

    /**
     * All rows of an object in order of id, deleted and removed ones too; values as the org holds them. Rows that the org
     * computes are computed here too, each when it is asked for.
     */
    public List<Map<String, @Nullable Object>> rows(String object) {
        Table table = org.table(object);
        List<Map<String, @Nullable Object>> stored = stored(table);
        Series series = table.series();
        return series == null
                ? stored
                : new AbstractList<>() {
                    @Override
                    public Map<String, @Nullable Object> get(int index) {
                        return index < stored.size() ? stored.get(index) : computed(series, index - stored.size());
                    }

                    @Override
                    public int size() {
                        return stored.size() + series.count();
                    }
                };
    }

    private List<Map<String, @Nullable Object>> stored(Table table) {
        return table.rows().stream()
                .map(row -> row(table.type(), row.values(), row.goneAt()))
                .toList();
    }

    private Map<String, @Nullable Object> computed(Series series, int index) {
        return row(series.type(), series.values(index), null);
    }

    private Map<String, @Nullable Object> row(SObject type, Map<String, Object> held, @Nullable Instant goneAt) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : type.fields().values()) {
            if (field.type() != FieldType.ADDRESS) {
                values.put(field.name(), formulas.value(type, field, held));
            }
        }
        values.put(GONE_AT, goneAt);
        return values;
    }

    /** The same as JSON lines in UTF-8. The stored rows are looked at now, the computed ones while they are written. */
    public Lines lines(String object) {
        return lines(rows(object));
    }

    static Lines lines(List<Map<String, @Nullable Object>> rows) {
        return out -> {
            try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                json.setRootValueSeparator(null);
                for (Map<String, @Nullable Object> row : rows) {
                    line(json, row);
                    json.writeRaw('\n');
                }
            }
        };
    }

    /** JSON lines that are written when asked for. */
    public interface Lines {
        void writeTo(OutputStream out) throws IOException;
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
