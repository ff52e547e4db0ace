package bizops.tap.zuora.convert;

import bizops.singer.convert.BadValueException;
import bizops.singer.error.InputException;
import bizops.tap.zuora.discover.FieldDescription;
import bizops.tap.zuora.discover.FieldSchemas;
import bizops.tap.zuora.discover.ObjectDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of one file into records, every value by the type that describe gives its field. A value that does not
 * fit stops the stream with its row and field named, since a null in its place would be a silent loss. Owned by one
 * thread.
 */
public final class RowConverter {
    private final String object;
    private final @Nullable Column[] columns;
    private final int deletedColumn;
    private final ValueReader values;
    private long rows;

    /**
     * A converter for rows below that header.
     *
     * @param asked the fields that the query named
     */
    public RowConverter(String object, List<FieldDescription> asked, List<String> header, Format format) {
        this.object = object;
        Columns found = Columns.of(object, asked, header);
        this.columns = found.columns().toArray(Column[]::new);
        this.deletedColumn = found.deleted().orElse(-1);
        this.values = new ValueReader(format);
    }

    /** The record of one row. A deleted row has no related ids: the file leaves them empty, which says nothing. */
    public Row convert(String[] row) {
        rows++;
        boolean deleted = deletedColumn >= 0 && deleted(row[deletedColumn]);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            Column column = columns[i];
            if (column != null && !(deleted && column.joined())) {
                result.put(column.name(), value(column, row[i], result));
            }
        }
        result.put(FieldSchemas.DELETED, deleted);
        return new Row(result, deleted);
    }

    /** How many texts lost a U+0000. */
    public long cleaned() {
        return values.cleaned();
    }

    private @Nullable Object value(Column column, String text, Map<String, @Nullable Object> row) {
        try {
            return values.read(column.kind(), text);
        } catch (BadValueException bad) {
            throw wrong(row, column.name(), bad, "type " + column.field().type());
        }
    }

    private boolean deleted(String text) {
        try {
            return !text.isEmpty() && ValueReader.bool(text);
        } catch (BadValueException bad) {
            throw wrong(Map.of(), FieldSchemas.DELETED, bad, "mark of deleted rows");
        }
    }

    private InputException wrong(
            Map<String, @Nullable Object> row, String field, BadValueException bad, String expected) {
        Object id = row.get(ObjectDescription.ID);
        return new InputException(
                "stream \"" + object + "\", " + (id == null ? "row " + rows : "record " + id) + ", field \"" + field
                        + "\": " + bad.getMessage() + ", which its " + expected
                        + " asks for; correct the record in Zuora, or deselect the field",
                bad);
    }
}
