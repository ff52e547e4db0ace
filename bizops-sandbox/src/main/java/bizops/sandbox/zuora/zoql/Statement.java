package bizops.sandbox.zuora.zoql;

import bizops.sandbox.copies.Joined;
import bizops.sandbox.copies.Seen;
import bizops.sandbox.zuora.data.ObjectType;
import bizops.sandbox.zuora.data.Relationship;
import bizops.sandbox.zuora.data.Row;
import bizops.sandbox.zuora.data.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A query that was found right, ready to run; immutable. */
public final class Statement {
    private static final String FORBIDDEN_JOIN = "SubscriptionStatusHistory";

    /** Without {@code order by} rows come in no order that means anything. */
    private static final Comparator<Found> UNORDERED =
            Comparator.comparing(row -> String.valueOf(row.own().get("Id")).hashCode() * 0x9E3779B9);

    private final Tenant tenant;
    private final ObjectType type;
    private final List<Column> columns;
    private final List<Aggregate> aggregates;
    private final Filter.@Nullable Test filter;
    private final @Nullable Comparator<Found> order;
    private final boolean orderedById;
    private final Duration window;
    private final long offset;
    private final long limit;
    private final List<Relationship> joins;

    private Statement(Tenant tenant, FieldAccess access, ZoneId zone, Query query, boolean flat) {
        this.tenant = tenant;
        Resolver resolver = new Resolver(tenant.schema(), access, query.object(), flat);
        type = resolver.type();
        columns = List.copyOf(resolver.columns(query.columns()));
        aggregates = query.functions().stream()
                .map(one ->
                        new Aggregate(one.kind(), one.path() == null ? null : resolver.column(one.path()), one.alias()))
                .toList();
        Set<Column> used = new LinkedHashSet<>(columns);
        filter = new Filter(resolver, zone, used).compile(query.where());
        order = order(resolver, query.order(), used);
        orderedById = query.order().size() == 1
                && !query.order().get(0).descending()
                && query.order().get(0).path().toString().equalsIgnoreCase("Id");
        window = Window.of(query, zone, tenant.now());
        offset = query.offset();
        limit = query.limit();
        joins = used.stream()
                .filter(column -> !column.own())
                .map(Column::relationship)
                .distinct()
                .toList();
    }

    /** Parses and checks a query; {@link ZoqlException} says what is wrong with it. */
    public static Statement prepare(Tenant tenant, FieldAccess access, ZoneId zone, String query) {
        return new Statement(tenant, access, zone, Parser.parse(query), false);
    }

    /** The same for plain ZOQL: one object, no order, no parentheses, no star. */
    public static Statement preparePlain(Tenant tenant, FieldAccess access, ZoneId zone, String query) {
        Query parsed = Parser.parse(query);
        boolean plain = parsed.order().isEmpty()
                && parsed.limit() == Long.MAX_VALUE
                && !query.contains("(")
                && parsed.columns().stream().allMatch(path -> path.relationship() == null && !path.isStar());
        if (!plain) {
            throw new ZoqlException("You have an error in your ZOQL syntax");
        }
        return new Statement(tenant, access, zone, parsed, true);
    }

    /** The same for a SELECT of Data Query. */
    public static Statement prepareSql(Tenant tenant, FieldAccess access, ZoneId zone, String query) {
        return new Statement(tenant, access, zone, SqlParser.parse(query), true);
    }

    public ObjectType type() {
        return type;
    }

    /** What is selected instead of columns; empty for a query of rows. */
    public List<Aggregate> aggregates() {
        return aggregates;
    }

    public List<Column> columns() {
        return columns;
    }

    /** How much time the query looks at; none for one that is limited to a number of rows. */
    public Duration window() {
        return limit < Long.MAX_VALUE ? Duration.ZERO : window;
    }

    /** Why the query, though accepted, fails when it runs; null if it does not. */
    public @Nullable String failure() {
        if (type.fields().values().stream().noneMatch(field -> field.exported())) {
            return "java.lang.RuntimeException: You must specify a select.";
        }
        return columns.stream()
                        .map(Column::relationship)
                        .anyMatch(joined -> joined != null && joined.name().equals(FORBIDDEN_JOIN))
                ? "The query failed: " + FORBIDDEN_JOIN + " cannot be joined."
                : null;
    }

    /**
     * The rows as they are committed at an instant.
     *
     * @param deleted whether rows that were deleted in the last 30 days are among them
     */
    public List<Found> run(Instant snapshot, boolean deleted) {
        List<Found> found = new ArrayList<>();
        long most = offset + Math.min(limit, Long.MAX_VALUE - offset);
        for (Row row : tenant.rows(type.name())) {
            Map<String, Object> values = row.seenAt(snapshot);
            if (values != null && reported(row, values, deleted, snapshot)) {
                Found seen = new Found(values, related(values, snapshot));
                if (filter == null || Boolean.TRUE.equals(filter.of(seen))) {
                    found.add(seen);
                }
            }
        }
        found.sort(order == null ? UNORDERED : order);
        List<Found> all = List.copyOf(found);
        List<Map<String, Object>> copies = tenant.copies(type.name());
        if (!copies.isEmpty()) {
            all = new Joined<>(all, computed(copies, snapshot));
        }
        int from = (int) Math.min(offset, all.size());
        return all.subList(from, (int) Math.min(all.size(), most));
    }

    /** They are behind all others in the order of ids. */
    private List<Found> computed(List<Map<String, Object>> copies, Instant snapshot) {
        if (order != null && !orderedById) {
            throw new ZoqlException(
                    "The sandbox orders computed rows of " + type.name() + " by Id, and by nothing else");
        }
        List<Found> rows = new Seen<>(copies, values -> new Found(values, related(values, snapshot)));
        Filter.Test test = filter;
        if (test == null) {
            return rows;
        }
        int[] wanted = IntStream.range(0, rows.size())
                .filter(index -> Boolean.TRUE.equals(test.of(rows.get(index))))
                .toArray();
        return new Seen<>(Arrays.stream(wanted).boxed().toList(), rows::get);
    }

    private static boolean reported(Row row, Map<String, Object> values, boolean deleted, Instant snapshot) {
        if (!Boolean.TRUE.equals(values.get(Row.DELETED))) {
            return true;
        }
        Instant gone = Tenant.goneAt(row);
        return deleted && gone != null && snapshot.isBefore(gone);
    }

    private Map<String, Map<String, Object>> related(Map<String, Object> values, Instant snapshot) {
        if (joins.isEmpty() || Boolean.TRUE.equals(values.get(Row.DELETED))) {
            return Map.of();
        }
        Map<String, Map<String, Object>> related = new HashMap<>();
        for (Relationship join : joins) {
            Row row = tenant.find(join.object(), (String) values.get(join.key()));
            Map<String, Object> seen = row == null ? null : row.seenAt(snapshot);
            if (seen != null) {
                related.put(join.name(), seen);
            }
        }
        return related;
    }

    private static @Nullable Comparator<Found> order(Resolver resolver, List<Query.Order> order, Set<Column> used) {
        Comparator<Found> whole = null;
        for (Query.Order part : order) {
            Column column = resolver.column(part.path());
            used.add(column);
            Comparator<Found> by =
                    Comparator.comparing(column::value, Comparator.nullsFirst((one, other) -> compare(one, other)));
            by = part.descending() ? by.reversed() : by;
            whole = whole == null ? by : whole.thenComparing(by);
        }
        return whole;
    }

    @SuppressWarnings("unchecked") // values of one column are of one class, and all classes of values compare
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
