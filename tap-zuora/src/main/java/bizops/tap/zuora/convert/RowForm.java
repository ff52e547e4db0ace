package bizops.tap.zuora.convert;

import bizops.singer.json.RowLayout;
import bizops.tap.zuora.discover.FieldDescription;
import bizops.tap.zuora.discover.FieldSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of a file goes where in its records; whether a row is deleted stands last. Immutable. */
final class RowForm {
    private final RowLayout layout;
    private final int[] places;

    private RowForm(RowLayout layout, int[] places) {
        this.layout = layout;
        this.places = places;
    }

    /**
     * Records of these fields, in their order.
     *
     * @param columns of the file; null for one that nobody asked for
     */
    static RowForm of(List<FieldDescription> fields, List<@Nullable Column> columns) {
        List<String> names = new ArrayList<>(fields.stream()
                .map(FieldDescription::name)
                .filter(name -> !name.equals(FieldSchemas.DELETED))
                .toList());
        names.add(FieldSchemas.DELETED);
        int[] places = columns.stream()
                .mapToInt(column -> column == null ? -1 : names.indexOf(column.name()))
                .toArray();
        return new RowForm(RowLayout.of(names), places);
    }

    /** Where the value of a column of the file goes; -1 if nowhere. */
    int place(int column) {
        return places[column];
    }

    @Nullable
    Object[] empty() {
        return new Object[layout.names().size()];
    }

    /** The record; the values belong to it. */
    Map<String, @Nullable Object> row(@Nullable Object[] values) {
        return layout.row(values);
    }
}
