package bizops.transform.staging;

import bizops.transform.raw.RawColumn;
import bizops.transform.raw.RawTable;
import java.util.List;
import java.util.Optional;

/**
 * A staging table bound to what exists. Immutable.
 *
 * @param raw the raw table; none when the object is missing
 * @param isDeleted the vendor's flag of a deleted row
 * @param order raw columns whose greatest values mark the newest version of a row, most telling first
 */
record StagingSource(
        StagingTable table,
        Optional<RawTable> raw,
        List<StagingColumn> columns,
        Optional<RawColumn> isDeleted,
        Optional<RawColumn> deletedAt,
        List<Order> order,
        List<Note> notes) {

    record Order(RawColumn column, ColumnType type) {}

    /** Which raw columns are read, and how. */
    String shape() {
        return table.name()
                + raw.map(one -> one.schema() + "." + one.name())
                + isUnique()
                + columns
                + isDeleted
                + deletedAt
                + order;
    }

    /** Whether raw can hold a row once only, so that no version must be chosen. */
    boolean isUnique() {
        List<List<RawColumn>> keySources = table.key().stream()
                .map(key -> columns.stream()
                        .filter(column -> column.name().equals(key))
                        .flatMap(column -> column.sources().stream())
                        .toList())
                .toList();
        return raw.isPresent()
                && raw.get()
                        .uniqueKeys()
                        .contains(keySources.stream()
                                .flatMap(List::stream)
                                .map(RawColumn::name)
                                .collect(java.util.stream.Collectors.toSet()));
    }
}
