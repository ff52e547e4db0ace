package bizops.transform.staging;

import bizops.singer.config.Problems;
import bizops.transform.config.Mapping;
import bizops.transform.raw.RawColumn;
import bizops.transform.raw.RawSchema;
import bizops.transform.raw.RawTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds for each staging table the raw table and columns that exist, and notes what is missing. Immutable. */
final class SourceBinder {
    /** The fields that say when a row was last changed, the first that exists. */
    static final List<String> MODIFIED = List.of("SystemModstamp", "updatedAt", "UpdatedDate");

    private final RawSchema schema;
    private final Mapping mapping;
    private final Problems problems;

    SourceBinder(RawSchema schema, Mapping mapping, Problems problems) {
        this.schema = schema;
        this.mapping = mapping;
        this.problems = problems;
    }

    StagingSource bind(StagingTable table) {
        Optional<RawTable> raw = schema.table(table.object());
        if (raw.isEmpty()) {
            return missing(table, "the raw schema " + schema.name() + " has no table for it");
        }
        Optional<String> keyless = missingKey(table, raw.get());
        if (keyless.isPresent() && !table.required()) {
            return missing(table, keyless.get() + "; the table counts as absent");
        }
        keyless.ifPresent(problem -> problems.add(problem + "; load that stream with it"));
        List<StagingColumn> columns = new ArrayList<>();
        table.columns().forEach((name, column) -> columns.add(column(table, raw.get(), name, column)));
        List<Note> notes = columns.stream()
                .flatMap(column -> column.note().stream())
                .distinct()
                .toList();
        return new StagingSource(
                table,
                raw,
                List.copyOf(columns),
                find(table, raw.get(), table.deletedFlag()),
                find(table, raw.get(), "_sdc_deleted_at"),
                order(table, raw.get()),
                notes);
    }

    private Optional<String> missingKey(StagingTable table, RawTable raw) {
        return table.key().stream()
                .map(key -> wanted(Objects.requireNonNull(table.columns().get(key))))
                .filter(wanted -> wanted.columns().stream()
                        .allMatch(field -> find(table, raw, field).isEmpty()))
                .findFirst()
                .map(wanted -> "raw table \"" + raw.schema() + "\".\"" + raw.name() + "\" has no column "
                        + String.join(" or ", wanted.columns()) + ", its key");
    }

    private Mapping.Source wanted(StagingTable.Column column) {
        return column.map() != null ? mapping.of(column.map()) : new Mapping.Source(column.fields(), false);
    }

    private StagingSource missing(StagingTable table, String why) {
        List<StagingColumn> columns = new ArrayList<>();
        table.columns()
                .forEach((name, column) ->
                        columns.add(new StagingColumn(name, column.type(), List.of(), Optional.empty())));
        if (table.required()) {
            problems.add("raw schema \"" + schema.name() + "\" has no table for " + table.vendor() + "'s "
                    + table.object() + "; load that stream first");
        }
        List<Note> notes = schema.isEmpty()
                ? List.of()
                : List.of(new Note(
                        table.note().orElse("object_missing"),
                        table.shownObject(),
                        why,
                        Optional.empty(),
                        table.metrics()));
        return new StagingSource(
                table, Optional.empty(), List.copyOf(columns), Optional.empty(), Optional.empty(), List.of(), notes);
    }

    private StagingColumn column(StagingTable table, RawTable raw, String name, StagingTable.Column column) {
        Mapping.Source wanted = wanted(column);
        List<RawColumn> found = wanted.columns().stream()
                .flatMap(field -> find(table, raw, field).stream())
                .toList();
        if (found.isEmpty() && column.needed()) {
            problems.add("raw table \"" + raw.schema() + "\".\"" + raw.name() + "\" has no column "
                    + String.join(" or ", wanted.columns()) + ", which every build needs; load that stream with it");
        }
        List<RawColumn> used =
                wanted.isCoalesced() ? found : found.stream().limit(1).toList();
        List<RawColumn> sources =
                used.stream().flatMap(one -> raw.withReplacements(one).stream()).toList();
        return new StagingColumn(name, column.type(), sources, note(table, column, wanted, used));
    }

    private Optional<Note> note(
            StagingTable table, StagingTable.Column column, Mapping.Source wanted, List<RawColumn> used) {
        if (wanted.columns().isEmpty() || (used.isEmpty() && column.optional())) {
            return Optional.empty();
        }
        String first = table.shownObject() + "." + wanted.columns().get(0);
        if (used.isEmpty()) {
            String code = column.note() == null ? "column_missing" : column.note();
            return Optional.of(new Note(
                    code, first, "raw has no such column; it counts as null", Optional.empty(), column.noteMetrics()));
        }
        boolean isFallback =
                !used.get(0).name().equalsIgnoreCase(wanted.columns().get(0));
        if (isFallback && column.fallbackNote() != null) {
            return Optional.of(new Note(
                    column.fallbackNote(),
                    first,
                    "raw has no such column; " + used.get(0).name() + " stands in for it",
                    Optional.empty(),
                    column.noteMetrics()));
        }
        return Optional.empty();
    }

    private List<StagingSource.Order> order(StagingTable table, RawTable raw) {
        List<StagingSource.Order> order = new ArrayList<>();
        find(table, raw, "_sdc_sequence")
                .ifPresent(column -> order.add(new StagingSource.Order(column, ColumnType.NUMBER)));
        find(table, raw, "_sdc_batched_at")
                .ifPresent(column -> order.add(new StagingSource.Order(column, ColumnType.TIMESTAMP)));
        MODIFIED.stream()
                .flatMap(field -> find(table, raw, field).stream())
                .limit(1)
                .forEach(column -> order.add(new StagingSource.Order(column, ColumnType.TIMESTAMP)));
        return List.copyOf(order);
    }

    private Optional<RawColumn> find(StagingTable table, RawTable raw, String field) {
        return schema.column(raw, table.object(), field);
    }
}
