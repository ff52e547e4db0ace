package bizops.tap.marketo.convert;

import bizops.singer.convert.BadValueException;
import bizops.singer.error.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a file's rows into typed values. Immutable. */
public final class CellReader {
    private final String stream;
    private final List<String> columns;
    private final FieldType[] types;

    /**
     * For one file.
     *
     * @param stream named when a value does not fit
     * @param types by column; a column without type is text
     */
    public CellReader(String stream, List<String> columns, Map<String, FieldType> types) {
        this.stream = stream;
        this.columns = columns;
        this.types = columns.stream()
                .map(column -> types.getOrDefault(column, FieldType.TEXT))
                .toArray(FieldType[]::new);
    }

    /** The row by column name; a missing value is null. */
    public Map<String, @Nullable Object> row(@Nullable String[] cells) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.length, types.length); i++) {
            row.put(columns.get(i), value(cells, i));
        }
        return row;
    }

    private @Nullable Object value(@Nullable String[] cells, int place) {
        String text = cells[place];
        if (text == null) {
            return null;
        }
        try {
            return types[place].ofText(text);
        } catch (BadValueException wrong) {
            throw new InputException(
                    "stream \"" + stream + "\", record " + cells[0] + ", field \"" + columns.get(place) + "\": "
                            + wrong.getMessage(),
                    wrong);
        }
    }
}
