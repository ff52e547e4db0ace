package bizops.cli.audit;

import bizops.cli.store.RawTable;
import bizops.cli.store.Store;
import bizops.singer.error.ConfigException;
import bizops.singer.rules.ColumnRules;
import bizops.singer.rules.StreamRules;
import java.util.Optional;

/**
 * Where a tap's rows lie. Immutable.
 *
 * @param schema of its tables
 * @param rules of the target
 */
record Warehouse(Store store, String schema, ColumnRules rules) {
    /** How a stream can be compared with its table; empty where there is no table. */
    Optional<Terms> terms(Declared declared) throws NotComparableException {
        Optional<RawTable> table = RawTable.find(store, schema, declared.stream());
        return table.isEmpty() ? Optional.empty() : Optional.of(Terms.of(declared, table.get(), rulesOf(declared)));
    }

    private StreamRules rulesOf(Declared declared) {
        return rules.stream(declared.stream(), declared.schema(), declared.keys(), problem -> {
            throw new ConfigException(problem);
        });
    }
}
