package bizops.sandbox.zuora.rest;

import bizops.sandbox.zuora.data.FieldType;
import bizops.sandbox.zuora.data.ObjectType;
import bizops.sandbox.zuora.zoql.Column;
import bizops.sandbox.zuora.zoql.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file; immutable. The flag of deleted rows comes first.
 *
 * @param deletedColumn the name of that flag, null for none
 * @param numericFlag {@code 1} and {@code 0} instead of {@code true} and {@code false}
 * @param quirks what this file does differently
 */
record CsvLayout(
        ObjectType type,
        List<Column> columns,
        Texts texts,
        @Nullable String deletedColumn,
        boolean numericFlag,
        Set<Quirks.Quirk> quirks) {

    List<String> header() {
        List<String> cells = new ArrayList<>();
        if (deletedColumn != null) {
            cells.add(texts.labels() ? type.label() + ": " + deletedColumn : type.name() + "." + deletedColumn);
        }
        for (Column column : columns) {
            cells.add(texts.labels() ? column.label(type.label()) : column.header(type.name()));
        }
        if (quirks.contains(Quirks.Quirk.EXTRA_COLUMN)) {
            cells.add(type.name() + ".UnrequestedField");
        }
        return quirks.contains(Quirks.Quirk.LOWER_CASE)
                ? cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList()
                : cells;
    }

    List<String> row(Found row) {
        List<String> cells = new ArrayList<>();
        if (deletedColumn != null) {
            cells.add(numericFlag ? (row.deleted() ? "1" : "0") : String.valueOf(row.deleted()));
        }
        for (Column column : columns) {
            Object value = column.value(row);
            boolean nul = quirks.contains(Quirks.Quirk.NUL)
                    && value != null
                    && column.field().type() == FieldType.TEXT
                    && column.field().length() > 32;
            cells.add(texts.text(value) + (nul ? "\0" : ""));
        }
        if (quirks.contains(Quirks.Quirk.EXTRA_COLUMN)) {
            cells.add("surprise");
        }
        return cells;
    }
}
