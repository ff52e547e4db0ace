package bizops.sandbox.salesforce.soql;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.RecordId;
import bizops.sandbox.salesforce.data.Row;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.data.Series;
import bizops.sandbox.salesforce.data.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A query whose names are resolved; runs against the org as it is at that moment. */
public final class Statement {
    /** Fields that rise with the index of computed rows, without ties. */
    private static final List<String> RISING = List.of("Id", "SystemModstamp", "LastModifiedDate", "CreatedDate");

    private final Org org;
    private final Query query;
    private final SObject type;
    private final List<Column> columns;
    private final List<Aggregate> aggregates;
    private final Predicate<Map<String, Object>> where;
    private final Comparator<Map<String, Object>> order;
    private final Filter values;

    private Statement(Org org, FieldAccess access, String soql) {
        this.org = org;
        this.query = Parser.parse(soql);
        Resolver resolver = new Resolver(org.schema(), access, soql);
        this.type = resolver.object(query);
        this.columns =
                query.select().stream().map(path -> resolver.column(type, path)).toList();
        this.aggregates = query.aggregates().stream()
                .map(function -> resolver.aggregate(type, function))
                .toList();
        if (columns.stream().distinct().count() < columns.size()) {
            throw new SoqlException("INVALID_FIELD", "duplicate field selected: " + duplicate(columns));
        }
        Filter filter = new Filter(org, type, resolver);
        this.values = filter;
        this.where = filter.compile(query.where());
        this.order = order(resolver, filter);
    }

    /** Parses and checks a query; throws {@link SoqlException} as Salesforce refuses. */
    public static Statement prepare(Org org, FieldAccess access, String soql) {
        return new Statement(org, access, soql);
    }

    public SObject type() {
        return type;
    }

    /** Whether the query is {@code SELECT COUNT()}. */
    public boolean isCount() {
        return query.isCount();
    }

    /** What is selected instead of columns; empty for a query of rows. */
    public List<Aggregate> aggregates() {
        return aggregates;
    }

    /** The answer of each aggregate over rows as they are now. */
    public List<@Nullable Object> aggregated(List<String> ids) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String id : ids) {
            Map<String, Object> seen = see(id);
            if (seen != null) {
                rows.add(seen);
            }
        }
        List<@Nullable Object> answers = new ArrayList<>();
        for (Aggregate aggregate : aggregates) {
            answers.add(aggregate.over(rows, row -> values.value(aggregate.column(), row)));
        }
        return answers;
    }

    public List<Column> columns() {
        return columns;
    }

    /** Whether the query asks for an order or a number of rows, so that it cannot be split by ids. */
    public boolean isOrderedOrLimited() {
        return !query.orderBy().isEmpty() || query.limit() >= 0 || query.offset() > 0;
    }

    /** The value of a column in a version of a row, formulas computed now; null for none. */
    public @Nullable Object value(Column column, Map<String, Object> row) {
        return values.value(column, row);
    }

    /**
     * The ids of the rows that match now, in order; {@code all} takes deleted and archived rows too. The ids of computed
     * rows are made when asked for: take them one by one, not as a copy.
     */
    public List<String> run(boolean all) {
        Instant now = org.now();
        Table table = org.table(type.name());
        List<Map<String, Object>> rows = table.rows().stream()
                .map(row -> row.seenAt(now))
                .filter(Objects::nonNull)
                .filter(values -> all || !isHidden(values))
                .filter(where)
                .sorted(order)
                .toList();
        List<String> ids = table.series() == null
                ? rows.stream().map(Statement::id).toList()
                : new MergedIds(rows, table.series(), matches(table.series()), order, descending());
        int from = Math.min(query.offset(), ids.size());
        int to = query.limit() < 0 ? ids.size() : (int) Math.min((long) from + query.limit(), ids.size());
        return ids.subList(from, to);
    }

    /** None of the computed rows is deleted or archived. */
    private Runs matches(Series series) {
        int from = series.before(bound(Instant.MIN, true));
        int to = series.before(bound(Instant.MAX, false));
        Runs matches = new Runs();
        for (int i = from; i < to; i++) {
            if (where.test(series.values(i))) {
                matches.add(i);
            }
        }
        if (matches.count() > 0
                && !query.orderBy().isEmpty()
                && !rises(query.orderBy().get(0))) {
            throw new SoqlException(
                    "QUERY_TOO_COMPLICATED",
                    "the computed rows of " + type.name() + " come in the order of " + String.join(", ", RISING)
                            + " only; order by one of them first, or leave ORDER BY out");
        }
        return matches;
    }

    private static boolean rises(Query.Order wanted) {
        return wanted.path().names().size() == 1
                && RISING.stream()
                        .anyMatch(name ->
                                name.equalsIgnoreCase(wanted.path().names().get(0)));
    }

    private boolean descending() {
        return !query.orderBy().isEmpty() && query.orderBy().get(0).descending();
    }

    /** The stamp below which no computed row can match, or from a second behind which none can. */
    private Instant bound(Instant widest, boolean lower) {
        Instant bound = widest;
        for (Condition part : Filter.conjuncts(query.where()).toList()) {
            if (part instanceof Condition.Comparison comparison
                    && comparison.path().text().equalsIgnoreCase("SystemModstamp")
                    && comparison.value() instanceof Literal.DateTime literal) {
                Instant value = literal.value();
                switch (comparison.operator()) {
                    case GREATER, GREATER_OR_EQUAL -> bound = lower && value.isAfter(bound) ? value : bound;
                    case LESS, LESS_OR_EQUAL -> bound = !lower && value.isBefore(bound) ? value.plusSeconds(1) : bound;
                    case EQUAL, NOT_EQUAL, LIKE -> {}
                }
            }
        }
        return bound;
    }

    /** Every stored row of the object as a reader sees it now, by id. */
    public Map<String, Map<String, Object>> snapshot() {
        Instant now = org.now();
        Map<String, Map<String, Object>> snapshot = new HashMap<>();
        for (Row row : org.table(type.name()).rows()) {
            Map<String, Object> seen = row.seenAt(now);
            if (seen != null) {
                snapshot.put(row.id(), seen);
            }
        }
        return snapshot;
    }

    /** What a reader sees of a row now, or null. */
    public @Nullable Map<String, Object> see(String id) {
        return org.table(type.name()).seen(id, org.now());
    }

    /** The span between the bounds that the query sets on an instant; from 1970 and to now where it sets none. */
    public Duration window() {
        Instant from = Instant.EPOCH;
        Instant to = org.now();
        for (Condition part : Filter.conjuncts(query.where()).toList()) {
            if (part instanceof Condition.Comparison comparison
                    && comparison.value() instanceof Literal.DateTime bound) {
                switch (comparison.operator()) {
                    case GREATER, GREATER_OR_EQUAL -> from = bound.value().isAfter(from) ? bound.value() : from;
                    case LESS, LESS_OR_EQUAL -> to = bound.value().isBefore(to) ? bound.value() : to;
                    case EQUAL, NOT_EQUAL, LIKE -> {}
                }
            }
        }
        return Duration.between(from, to);
    }

    private Comparator<Map<String, Object>> order(Resolver resolver, Filter filter) {
        Comparator<Map<String, Object>> byId = Comparator.comparing(values -> RecordId.shortForm(id(values)));
        if (query.orderBy().isEmpty()) {
            return byId;
        }
        List<Comparator<Map<String, Object>>> parts = new ArrayList<>();
        for (Query.Order wanted : query.orderBy()) {
            Column column = resolver.sortable(type, wanted.path());
            Comparator<Object> values =
                    (left, right) -> Values.compare(column.field(), left, right) * (wanted.descending() ? -1 : 1);
            Comparator<@Nullable Object> withNulls =
                    wanted.nullsLast() ? Comparator.nullsLast(values) : Comparator.nullsFirst(values);
            parts.add(Comparator.comparing(row -> filter.value(column, row), withNulls));
        }
        return parts.stream().reduce(Comparator::thenComparing).orElse(byId).thenComparing(unpromised());
    }

    /** Rows that the query leaves tied come in an order that nobody may rely on: not that of their ids. */
    private static Comparator<Map<String, Object>> unpromised() {
        return Comparator.<Map<String, Object>>comparingInt(values -> id(values).hashCode() * 0x9E3779B1)
                .thenComparing(Statement::id);
    }

    /** Deleted and archived rows come with queryAll only. */
    private static boolean isHidden(Map<String, Object> values) {
        return Boolean.TRUE.equals(values.get("IsDeleted")) || Boolean.TRUE.equals(values.get("IsArchived"));
    }

    static String id(Map<String, Object> values) {
        return (String) Objects.requireNonNull(values.get("Id"));
    }

    private static String duplicate(List<Column> columns) {
        return columns.stream()
                .filter(column -> columns.indexOf(column) != columns.lastIndexOf(column))
                .map(Column::field)
                .map(Field::name)
                .findFirst()
                .orElse("");
    }
}
