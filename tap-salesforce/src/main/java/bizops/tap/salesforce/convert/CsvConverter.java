package bizops.tap.salesforce.convert;

import bizops.singer.convert.BadValueException;
import bizops.singer.convert.Numbers;
import bizops.singer.error.InputException;
import bizops.tap.salesforce.discover.FieldKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of CSV into the same records that REST would have brought. Null and the empty text are both {@code ""} and
 * become null; every other text is itself, {@code N/A} and {@code null} too. Addresses and locations, which Bulk does
 * not know, are put together from their parts. Owned by one thread.
 */
public final class CsvConverter {
    private final String object;
    private final List<CsvColumn> columns;
    private final List<String> names;
    private final Texts texts = new Texts();
    private long notFinite;

    /** @param columns the first one identifies a row in messages */
    public CsvConverter(String object, List<CsvColumn> columns) {
        this.object = object;
        this.columns = List.copyOf(columns);
        this.names =
                columns.stream().map(column -> column.field().name()).distinct().toList();
    }

    /** The columns of the CSV in order: one that is a field and a part of another stands there once. */
    public List<String> names() {
        return names;
    }

    /** The record of a row. */
    public Map<String, @Nullable Object> convert(List<String> row) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (CsvColumn column : columns) {
            Object value = value(column, row, names.indexOf(column.field().name()));
            if (column.part().isEmpty()) {
                record.put(column.owner().name(), value);
            } else {
                part(record, column, value);
            }
        }
        record.replaceAll((name, value) -> isEmpty(value) ? null : value);
        return record;
    }

    /** Lone surrogates that became U+FFFD so far, and values such as NaN that became null. */
    public long repaired() {
        return texts.replaced() + notFinite;
    }

    private static void part(Map<String, @Nullable Object> record, CsvColumn column, @Nullable Object value) {
        Object known = record.computeIfAbsent(column.owner().name(), absent -> new LinkedHashMap<>());
        @SuppressWarnings("unchecked") // only maps are put under the name of a compound
        Map<String, @Nullable Object> compound = (Map<String, @Nullable Object>) Objects.requireNonNull(known);
        compound.put(column.part(), value);
    }

    /** An address of nothing but nulls is null over REST. */
    private static boolean isEmpty(@Nullable Object value) {
        return value instanceof Map<?, ?> compound && compound.values().stream().allMatch(Objects::isNull);
    }

    private @Nullable Object value(CsvColumn column, List<String> row, int at) {
        String text = row.get(at);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return read(column.field().kind(), text);
        } catch (BadValueException bad) {
            throw new InputException(
                    "stream \"" + object + "\", record " + row.get(0) + ", field \""
                            + column.field().name() + "\": " + bad.getMessage() + ", which its type "
                            + column.field().type()
                            + " asks for; correct the record in Salesforce, or deselect the field",
                    bad);
        }
    }

    private @Nullable Object read(FieldKind kind, String text) throws BadValueException {
        return switch (kind) {
            case ID, TEXT, TIME, ANY, JSON, BASE64, UNSUPPORTED, ADDRESS, LOCATION -> texts.clean(text);
            case BOOLEAN -> bool(text);
            case INTEGER -> notFinite(text) ? null : Numbers.integer(text);
            case DECIMAL -> notFinite(text) ? null : Numbers.decimal(text);
            case DATE -> Stamps.date(text);
            case DATETIME -> Stamps.dateTime(text);
        };
    }

    private boolean notFinite(String text) {
        boolean none = ValueReader.isNotFinite(text);
        notFinite += none ? 1 : 0;
        return none;
    }

    private static Boolean bool(String text) throws BadValueException {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new BadValueException(text, "neither true nor false");
        };
    }
}
