package bizops.tap.salesforce.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One query for the number of rows of an object and for sums over them, and its text. Immutable.
 *
 * <p>The answer has {@code expr0} for the count, {@code expr1} for the greatest stamp where there is a key, then one for
 * each sum (SOQL and SOSL Reference, "Using Aliases with GROUP BY": without aliases results are named so).
 *
 * @param idField the identifier, which is counted
 * @param key the replication key, needed for a window
 * @param live the field that is true in deleted rows, which are left out; empty for objects without a bin
 */
public record TotalsQuery(
        String object,
        String idField,
        Optional<String> key,
        Optional<Window> window,
        Optional<String> live,
        List<String> sums) {
    public TotalsQuery {
        sums = List.copyOf(sums);
        if (window.isPresent() && key.isEmpty()) {
            throw new IllegalArgumentException("a window needs a replication key");
        }
    }

    /** The SOQL text. */
    public String text() {
        List<String> asked = new ArrayList<>(List.of("COUNT(" + Soql.name(idField) + ")"));
        key.ifPresent(name -> asked.add("MAX(" + Soql.name(name) + ")"));
        sums.forEach(field -> asked.add("SUM(" + Soql.name(field) + ")"));
        List<String> conditions = new ArrayList<>();
        window.ifPresent(span -> {
            String name = Soql.name(key.orElseThrow());
            span.lo().ifPresent(lo -> conditions.add(name + " >= " + Soql.literal(lo)));
            conditions.add(name + " < " + Soql.literal(span.hi()));
        });
        live.ifPresent(field -> conditions.add(Soql.name(field) + " = false"));
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return "SELECT " + String.join(",", asked) + " FROM " + Soql.name(object) + where;
    }
}
