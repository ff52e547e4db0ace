package bizops.cli.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts and sums on both sides of a stream: its raw table, and the rows that {@link AuditRows} took from its source.
 * Immutable.
 */
public final class AuditQueries {
    private static final int EXAMPLES = 3;
    /** Of each key the last row. */
    private static final String THEIRS =
            "WITH theirs AS MATERIALIZED (SELECT DISTINCT ON (key) key, place, numbers, stamp"
                    + " FROM audited_row WHERE stream = ? ORDER BY key, number DESC)";

    private final Store store;
    private final RawTable table;
    private final AuditScope scope;
    private final String sameKey;

    /** @param table with a column for each field of the key */
    public AuditQueries(Store store, RawTable table, AuditScope scope) {
        this.store = store;
        this.table = table;
        this.scope = scope;
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < scope.keys().size(); i++) {
            RawColumn column = table.column(scope.keys().get(i)).orElseThrow();
            equal.add(column.sql() + " = (r.key ->> " + i + ")::" + column.type());
        }
        this.sameKey = String.join(" AND ", equal);
    }

    /**
     * Rows with their examples, at most three.
     *
     * @param keys as JSON arrays of texts
     */
    public record Rows(long count, List<String> keys) {
        public Rows {
            keys = List.copyOf(keys);
        }
    }

    /** What the raw table holds of what has not changed. */
    public AuditTotals ours() {
        List<String> columns = scope.numbers().stream()
                .map(field -> table.column(field).orElseThrow().sql() + "::numeric")
                .toList();
        String newest = stamp().filter(column -> column.bookmarkType().equals("timestamptz"))
                .flatMap(RawColumn::bookmark)
                .orElse("NULL::timestamptz");
        return totals(
                select(columns, newest) + " FROM " + table.quoted() + " AS t WHERE " + inScope()
                        + " AND NOT EXISTS (SELECT FROM audited_row AS r WHERE r.stream = ? AND r.place = 'CHANGED' AND "
                        + sameKey + ")",
                withBounds(List.of(scope.stream())));
    }

    /** What the source sent of what has not changed. */
    public AuditTotals theirs() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < scope.numbers().size(); i++) {
            numbers.add("(r.numbers ->> " + i + ")::numeric");
        }
        return totals(
                THEIRS + select(numbers, "r.stamp") + " FROM theirs AS r WHERE r.place = 'WITHIN'",
                List.of(scope.stream()));
    }

    /** How many rows of the source have changed since the load. */
    public long changed() {
        return rows(
                        THEIRS
                                + " SELECT r.key::text, count(*) OVER () FROM theirs AS r WHERE r.place = 'CHANGED' LIMIT 1",
                        List.of(scope.stream()))
                .count();
    }

    /** Rows that the source sent and the table does not hold. */
    public Rows missing() {
        return rows(
                THEIRS
                        + " SELECT r.key::text, count(*) OVER () FROM theirs AS r WHERE r.place = 'WITHIN' AND NOT EXISTS"
                        + " (SELECT FROM " + table.quoted() + " AS t WHERE " + sameKey + " AND " + table.isLive()
                        + ") ORDER BY 1 LIMIT " + EXAMPLES,
                List.of(scope.stream()));
    }

    /** Rows that the table holds and the source did not send. */
    public Rows surplus() {
        List<String> parameters = new ArrayList<>(List.of(scope.stream()));
        parameters.addAll(withBounds(List.of()));
        return rows(
                THEIRS + " SELECT " + ourKey() + "::text, count(*) OVER () FROM " + table.quoted() + " AS t WHERE "
                        + inScope() + " AND NOT EXISTS (SELECT FROM theirs AS r WHERE r.place <> 'DELETED' AND "
                        + sameKey
                        + ") ORDER BY 1 LIMIT " + EXAMPLES,
                parameters);
    }

    /** Rows whose number in a field is another on each side. */
    public Rows unequal(String field) {
        String ours = table.column(field).orElseThrow().sql();
        return rows(
                THEIRS + " SELECT r.key::text, count(*) OVER () FROM theirs AS r JOIN " + table.quoted() + " AS t ON "
                        + sameKey + " WHERE r.place = 'WITHIN' AND " + table.isLive() + " AND " + ours
                        + "::numeric IS DISTINCT FROM (r.numbers ->> "
                        + scope.numbers().indexOf(field) + ")::numeric ORDER BY 1 LIMIT " + EXAMPLES,
                List.of(scope.stream()));
    }

    private String ourKey() {
        List<String> texts = scope.keys().stream()
                .map(field -> table.column(field).orElseThrow().sql() + "::text")
                .toList();
        return "jsonb_build_array(" + String.join(", ", texts) + ")";
    }

    private Optional<RawColumn> stamp() {
        return scope.replicationKey().flatMap(table::column);
    }

    private String inScope() {
        List<String> conditions = new ArrayList<>(List.of(table.isLive()));
        stamp().ifPresent(column -> column.bookmark().ifPresent(value -> {
            scope.from().ifPresent(from -> conditions.add(value + " >= ?::" + column.bookmarkType()));
            scope.before().ifPresent(before -> conditions.add(value + " < ?::" + column.bookmarkType()));
        }));
        return String.join(" AND ", conditions);
    }

    private List<String> withBounds(List<String> others) {
        List<String> parameters = new ArrayList<>();
        if (stamp().flatMap(RawColumn::bookmark).isPresent()) {
            scope.from().ifPresent(parameters::add);
            scope.before().ifPresent(parameters::add);
        }
        parameters.addAll(others);
        return parameters;
    }

    private static String select(List<String> numbers, String newest) {
        StringBuilder sql = new StringBuilder(" SELECT max(" + newest + "), count(*)");
        numbers.forEach(number -> sql.append(", coalesce(sum(").append(number).append("), 0)"));
        return sql.toString();
    }

    private AuditTotals totals(String sql, List<String> parameters) {
        return store.ask(open -> {
            try (PreparedStatement query = prepared(open, sql, parameters);
                    ResultSet row = query.executeQuery()) {
                row.next();
                Map<String, BigDecimal> sums = new LinkedHashMap<>();
                for (int i = 0; i < scope.numbers().size(); i++) {
                    sums.put(scope.numbers().get(i), row.getBigDecimal(i + 3));
                }
                return new AuditTotals(
                        row.getLong(2),
                        sums,
                        Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant));
            }
        });
    }

    private Rows rows(String sql, List<String> parameters) {
        return store.ask(open -> {
            try (PreparedStatement query = prepared(open, sql, parameters);
                    ResultSet row = query.executeQuery()) {
                long count = 0;
                List<String> keys = new ArrayList<>();
                while (row.next()) {
                    keys.add(row.getString(1));
                    count = row.getLong(2);
                }
                return new Rows(count, keys);
            }
        });
    }

    private static PreparedStatement prepared(Connection open, String sql, List<String> parameters)
            throws SQLException {
        PreparedStatement query = open.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setString(i + 1, parameters.get(i));
        }
        return query;
    }
}
