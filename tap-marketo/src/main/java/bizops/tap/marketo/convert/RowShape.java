package bizops.tap.marketo.convert;

import bizops.singer.catalog.StreamSchema;
import bizops.singer.convert.BadValueException;
import bizops.singer.error.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a stream whose rows come as JSON. What a row has beside them goes into the object {@value #EXTRA}, so
 * that nothing is dropped. Immutable: {@link #with} answers a longer copy.
 */
public final class RowShape {
    /** Where fields stand that no column is declared for. */
    public static final String EXTRA = "_extra";

    private final Map<String, FieldType> columns;

    private RowShape(Map<String, FieldType> columns) {
        this.columns = columns;
    }

    public static RowShape empty() {
        return new RowShape(Map.of());
    }

    /** Columns of one type. */
    public static RowShape of(FieldType type, String... names) {
        return empty().with(type, names);
    }

    /** More columns of one type. */
    public RowShape with(FieldType type, String... names) {
        Map<String, FieldType> longer = new LinkedHashMap<>(columns);
        for (String name : names) {
            longer.put(name, type);
        }
        return new RowShape(longer);
    }

    public StreamSchema schema() {
        StreamSchema schema = StreamSchema.empty();
        for (Map.Entry<String, FieldType> column : columns.entrySet()) {
            schema = schema.field(column.getKey(), column.getValue().schema());
        }
        return schema.field(EXTRA, FieldType.OBJECT.schema());
    }

    /**
     * The row in the columns' types, with every column: some targets write files by the fields of their first record.
     * {@code stream} is named when a value does not fit.
     */
    public Map<String, @Nullable Object> row(String stream, Map<String, ? extends @Nullable Object> json) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        columns.keySet().forEach(name -> row.put(name, null));
        Map<String, @Nullable Object> extra = new LinkedHashMap<>();
        json.forEach((name, value) -> {
            FieldType type = columns.get(name);
            if (type == null) {
                extra.put(name, value);
            } else {
                row.put(name, fit(stream, json, name, type, value));
            }
        });
        row.put(EXTRA, extra.isEmpty() ? null : extra);
        return row;
    }

    private static @Nullable Object fit(
            String stream,
            Map<String, ? extends @Nullable Object> json,
            String name,
            FieldType type,
            @Nullable Object value) {
        try {
            return type.ofJson(value);
        } catch (BadValueException wrong) {
            throw new InputException(
                    "stream \"" + stream + "\", record " + json.get("id") + ", field \"" + name + "\": "
                            + wrong.getMessage(),
                    wrong);
        }
    }
}
