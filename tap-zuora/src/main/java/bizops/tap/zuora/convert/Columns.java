package bizops.tap.zuora.convert;

import bizops.singer.error.InputException;
import bizops.tap.zuora.discover.FieldDescription;
import bizops.tap.zuora.discover.ObjectDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which field stands in which column, by the header in any case: {@code Account.Balance} and {@code Balance} are own
 * fields, {@code BillToContact.Id} is a related id. Immutable.
 *
 * @param columns in the header's order; null for columns that nobody asked for
 * @param deleted the column that says whether the row was deleted, if there is one
 */
record Columns(List<@Nullable Column> columns, Optional<Integer> deleted) {
    private static final Logger LOG = LoggerFactory.getLogger(Columns.class);

    /** Fails if a column that was asked for is missing, or comes twice. */
    static Columns of(String object, List<FieldDescription> asked, List<String> header) {
        Map<String, FieldDescription> byName = new HashMap<>();
        for (FieldDescription field : asked) {
            byName.put(ColumnNames.folded(field.queryName()), field);
            byName.put(ColumnNames.folded(field.name()), field);
        }
        List<@Nullable FieldDescription> fields = new ArrayList<>();
        Integer deleted = null;
        for (int i = 0; i < header.size(); i++) {
            String name = ColumnNames.bare(object, header.get(i));
            FieldDescription field = byName.get(name);
            if (field != null && fields.contains(field)) {
                throw new InputException("stream \"" + object + "\": the result has the column \"" + header.get(i)
                        + "\" twice; deselect the field");
            }
            fields.add(field);
            if (field == null && name.equals("deleted")) {
                deleted = i;
            } else if (field == null) {
                LOG.info("stream \"{}\": column \"{}\" was not asked for and is left out", object, header.get(i));
            }
        }
        for (FieldDescription field : asked) {
            if (!fields.contains(field)) {
                throw new InputException("stream \"" + object + "\": the result lacks the column \"" + field.queryName()
                        + "\"; deselect the field, or run --discover again");
            }
        }
        return new Columns(
                fields.stream()
                        .map(field -> field == null ? null : new Column(field))
                        .toList(),
                Optional.ofNullable(deleted));
    }

    /** The column of the record's id, or -1. */
    int id() {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column != null && column.name().equals(ObjectDescription.ID)) {
                return i;
            }
        }
        return -1;
    }
}
