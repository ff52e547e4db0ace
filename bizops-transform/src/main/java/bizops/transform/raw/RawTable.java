package bizops.transform.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table of a raw schema. Immutable.
 *
 * @param uniqueKeys the column sets that an index holds unique
 */
public record RawTable(String schema, String name, List<RawColumn> columns, Set<Set<String>> uniqueKeys) {

    /** The column, behind those that hold its values now, newest first: together they hold every value, once a row. */
    public List<RawColumn> withReplacements(RawColumn column) {
        List<RawColumn> chain = new ArrayList<>(List.of(column));
        for (int i = 0; i < columns.size(); i++) {
            RawColumn newest = chain.get(0);
            columns.stream()
                    .filter(one -> one.replaces().filter(newest.name()::equals).isPresent() && !chain.contains(one))
                    .findFirst()
                    .ifPresent(one -> chain.add(0, one));
        }
        return List.copyOf(chain);
    }
}
