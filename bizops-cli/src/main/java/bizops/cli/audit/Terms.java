package bizops.cli.audit;

import bizops.cli.store.AuditScope;
import bizops.cli.store.RawColumn;
import bizops.cli.store.RawTable;
import bizops.singer.rules.StreamRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By what a stream and its raw table can be compared. Immutable.
 *
 * @param rules of the target, which change what the table holds
 * @param lacking fields that the table has no column for
 */
record Terms(RawTable table, StreamRules rules, AuditScope scope, List<String> lacking) {
    Terms {
        lacking = List.copyOf(lacking);
    }

    /** The terms; with the reason as error where the table can be compared by none. */
    static Terms of(Declared declared, RawTable table, StreamRules rules) throws NotComparableException {
        if (declared.keys().isEmpty()) {
            throw new NotComparableException("its rows have no key by which they could be told apart");
        }
        if (!table.hasUniqueKey()) {
            throw new NotComparableException("table " + name(table)
                    + " has no unique key (load_method append-only, perhaps): it holds versions, not rows");
        }
        for (String key : declared.keys()) {
            if (table.column(key).isEmpty()) {
                throw new NotComparableException("table " + name(table) + " has no column for its key " + key);
            }
        }
        List<String> lacking = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (String field : declared.numbers()) {
            Optional<RawColumn> column = table.column(field);
            if (rules.changes(field)) {
                continue;
            }
            if (column.isEmpty()) {
                lacking.add(field);
            } else if (column.get().isNumber() && column.get().replaces().isEmpty()) {
                numbers.add(field);
            }
        }
        Optional<String> stamp = declared.replicationKey().filter(key -> !rules.changes(key));
        AuditScope scope = new AuditScope(
                declared.stream(),
                declared.keys(),
                stamp,
                stamp.isPresent() ? declared.from() : Optional.empty(),
                stamp.isPresent() ? declared.before() : Optional.empty(),
                numbers);
        return new Terms(table, rules, scope, lacking);
    }

    static String name(RawTable table) {
        return table.schema() + "." + table.name();
    }
}
