package bizops.tap.salesforce.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One query for rows of an object, and its text. Immutable.
 *
 * <p>With a window, both bounds stand in the text and rows come in order of the replication key and the id; without
 * one, in order of the id. {@code sorted} is false for objects that can only be read in any order.
 *
 * @param fields names to select, in this order
 * @param idField the identifier, nearly always {@code Id}
 * @param key the replication key, needed for a window
 * @param after the last row already read, to go on behind it
 * @param ids only these ids, when even one second of stamps is too much for one query
 */
public record RowQuery(
        String object,
        List<String> fields,
        String idField,
        Optional<String> key,
        Optional<Window> window,
        Optional<Position> after,
        Optional<IdRange> ids,
        boolean sorted) {

    public RowQuery {
        fields = List.copyOf(fields);
        if (window.isPresent() && key.isEmpty()) {
            throw new IllegalArgumentException("a window needs a replication key");
        }
    }

    /** The same query, going on behind {@code position}. */
    public RowQuery after(Position position) {
        return new RowQuery(object, fields, idField, key, window, Optional.of(position), ids, sorted);
    }

    /** The same query over another window. */
    public RowQuery within(Window other) {
        return new RowQuery(object, fields, idField, key, Optional.of(other), after, ids, sorted);
    }

    /** The same query over some ids only. */
    public RowQuery within(IdRange other) {
        return new RowQuery(object, fields, idField, key, window, after, Optional.of(other), sorted);
    }

    /** The same query for other fields. */
    public RowQuery selecting(List<String> otherFields) {
        return new RowQuery(object, otherFields, idField, key, window, after, ids, sorted);
    }

    /** The same rows from the start in any order, as Bulk likes it: an order would keep it from splitting the work. */
    public RowQuery unordered() {
        return new RowQuery(object, fields, idField, key, window, Optional.empty(), ids, false);
    }

    /** The SOQL text that counts the rows. */
    public String counting() {
        return "SELECT COUNT() FROM " + Soql.name(object) + where();
    }

    /** The SOQL text. */
    public String text() {
        String text = "SELECT " + fields.stream().map(Soql::name).collect(Collectors.joining(",")) + " FROM "
                + Soql.name(object) + where();
        return sorted ? text + " ORDER BY " + order() : text;
    }

    private String where() {
        List<String> conditions = conditions();
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        window.ifPresent(span -> {
            span.lo().ifPresent(lo -> conditions.add(keyName() + " >= " + Soql.literal(lo)));
            conditions.add(keyName() + " < " + Soql.literal(span.hi()));
        });
        after.ifPresent(position -> conditions.add(behind(position)));
        ids.ifPresent(range -> {
            conditions.add(idName() + " >= " + Soql.literal(range.first()));
            conditions.add(idName() + " <= " + Soql.literal(range.last()));
        });
        return conditions;
    }

    private String behind(Position position) {
        String laterId = idName() + " > " + Soql.literal(position.id());
        if (window.isEmpty() || position.stamp().isEmpty()) {
            return laterId;
        }
        String stamp = Soql.literal(position.stamp().get());
        return "(" + keyName() + " > " + stamp + " OR (" + keyName() + " = " + stamp + " AND " + laterId + "))";
    }

    private String order() {
        return window.isPresent() ? keyName() + "," + idName() : idName();
    }

    private String keyName() {
        return Soql.name(key.orElseThrow());
    }

    private String idName() {
        return Soql.name(idField);
    }
}
