package bizops.tap.zuora.convert;

import bizops.singer.convert.BadValueException;
import bizops.singer.error.InputException;
import bizops.tap.zuora.discover.FieldDescription;
import bizops.tap.zuora.discover.FieldSchemas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of one file into records, every value by the type that describe gives its field. A value that does not
 * fit stops the stream with its row and field named, since a null in its place would be a silent loss. Owned by one
 * thread.
 */
public final class RowConverter {
    private final String object;
    private final @Nullable Column[] columns;
    private final int idColumn;
    private final int deletedColumn;
    private final RowForm live;
    private final RowForm gone;
    private final ValueReader values;
    private long rows;

    /**
     * A converter for rows below that header.
     *
     * @param asked the fields that the query named, in the order that records have them
     */
    public RowConverter(String object, List<FieldDescription> asked, List<String> header, Format format) {
        this.object = object;
        Columns found = Columns.of(object, asked, header);
        this.columns = found.columns().toArray(Column[]::new);
        this.idColumn = found.id();
        this.deletedColumn = found.deleted().orElse(-1);
        this.live = RowForm.of(asked, found.columns());
        this.gone = RowForm.of(
                asked.stream().filter(field -> field.joined().isEmpty()).toList(), found.columns());
        this.values = new ValueReader(format);
    }

    /** The record of one row. A deleted row has no related ids: the file leaves them empty, which says nothing. */
    public Row convert(String[] row) {
        rows++;
        boolean deleted = deletedColumn >= 0 && deleted(row);
        RowForm form = deleted ? gone : live;
        @Nullable Object[] record = form.empty();
        for (int i = 0; i < row.length; i++) {
            Column column = columns[i];
            int place = form.place(i);
            if (column != null && place >= 0) {
                record[place] = value(column, row, i);
            }
        }
        record[record.length - 1] = deleted;
        return new Row(form.row(record), deleted);
    }

    /** How many texts lost a U+0000. */
    public long cleaned() {
        return values.cleaned();
    }

    private @Nullable Object value(Column column, String[] row, int place) {
        try {
            return values.read(column.kind(), row[place]);
        } catch (BadValueException bad) {
            throw wrong(row, column.name(), bad, "type " + column.field().type());
        }
    }

    private boolean deleted(String[] row) {
        String text = row[deletedColumn];
        try {
            return !text.isEmpty() && ValueReader.bool(text);
        } catch (BadValueException bad) {
            throw wrong(row, FieldSchemas.DELETED, bad, "mark of deleted rows");
        }
    }

    private InputException wrong(String[] row, String field, BadValueException bad, String expected) {
        String id = idColumn < 0 ? "" : row[idColumn];
        return new InputException(
                "stream \"" + object + "\", " + (id.isEmpty() ? "row " + rows : "record " + id) + ", field \"" + field
                        + "\": " + bad.getMessage() + ", which its " + expected
                        + " asks for; correct the record in Zuora, or deselect the field",
                bad);
    }
}
