package bizops.cli.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table that a stream was loaded into, whatever target made it. Immutable.
 *
 * @param columns in their order
 * @param hasUniqueKey whether some index lets each row stand there once
 */
public record RawTable(String schema, String name, List<RawColumn> columns, boolean hasUniqueKey) {
    private static final String TABLES = """
            SELECT c.oid, c.relname, EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indrelid = c.oid
                AND i.indisunique AND i.indpred IS NULL) AS has_key
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'f') ORDER BY c.relname""";
    private static final String COLUMNS = """
            SELECT a.attname, format_type(a.atttypid, NULL) AS data_type, coalesce(col_description(a.attrelid, a.attnum), '')
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = ?::oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum""";
    private static final List<String> DELETED = List.of("isdeleted", "is_deleted", "deleted", "_deleted");

    public RawTable {
        columns = List.copyOf(columns);
    }

    private record Candidate(long oid, String name, boolean hasKey) {}

    /** The table of a stream: of that name, whatever case and signs between its words a target gives it. */
    public static Optional<RawTable> find(Store store, String schema, String stream) {
        return store.ask(open -> {
            List<Candidate> candidates = candidates(open, schema);
            for (boolean exact : List.of(true, false)) {
                for (Candidate one : candidates) {
                    if (exact
                            ? one.name().equalsIgnoreCase(stream)
                            : plain(one.name()).equals(plain(stream))) {
                        return Optional.of(new RawTable(schema, one.name(), columns(open, one.oid()), one.hasKey()));
                    }
                }
            }
            return Optional.<RawTable>empty();
        });
    }

    /** The column that holds the values of a field. */
    public Optional<RawColumn> column(String field) {
        Optional<RawColumn> tied = columns.stream()
                .filter(column -> column.property().equals(Optional.of(field)))
                .filter(column ->
                        columns.stream().noneMatch(other -> other.replaces().equals(Optional.of(column.name()))))
                .findFirst();
        return tied.or(() -> columns.stream()
                        .filter(column -> column.name().equalsIgnoreCase(field))
                        .findFirst())
                .or(() -> columns.stream()
                        .filter(column -> plain(column.name()).equals(plain(field)))
                        .findFirst());
    }

    /** For SQL, as the table is named {@code t} there: whether a row lives. */
    String isLive() {
        List<String> conditions = columns.stream()
                .filter(column -> column.name().equals("_sdc_deleted_at"))
                .map(column -> column.sql() + " IS NULL")
                .collect(Collectors.toCollection(ArrayList::new));
        columns.stream()
                .filter(column -> column.type().equals("boolean")
                        && DELETED.contains(column.name().toLowerCase(Locale.ROOT)))
                .forEach(column -> conditions.add(column.sql() + " IS NOT TRUE"));
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    /** For SQL. */
    String quoted() {
        return Sql.name(schema, name);
    }

    private static List<Candidate> candidates(Connection open, String schema) throws SQLException {
        List<Candidate> candidates = new ArrayList<>();
        try (PreparedStatement query = open.prepareStatement(TABLES)) {
            query.setString(1, schema);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    candidates.add(new Candidate(row.getLong(1), row.getString(2), row.getBoolean(3)));
                }
            }
        }
        return candidates;
    }

    private static List<RawColumn> columns(Connection open, long table) throws SQLException {
        List<RawColumn> columns = new ArrayList<>();
        try (PreparedStatement query = open.prepareStatement(COLUMNS)) {
            query.setLong(1, table);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    columns.add(RawColumn.of(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return columns;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }
}
