package bizops.transform.build;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.DSL.table;

import bizops.transform.model.Model;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;

/** Declares the keys of tables, by which planner and other tools know them, and makes their indexes. Immutable. */
record Keys(DSLContext statements) {
    /** A key that occurs twice, or is null: the model's tests name such rows, so the table is made all the same. */
    private static final Set<String> NO_KEY = Set.of("23505", "23502");

    /** @param key the columns that name a row, in the order of the index */
    void declare(Name relation, Model model, List<String> key) {
        if (!key.isEmpty()) {
            if (!model.required().containsAll(key) || !isPrimary(relation, key)) {
                index(relation, key);
            }
        }
        model.indexes().forEach(columns -> index(relation, columns));
    }

    private boolean isPrimary(Name relation, List<String> key) {
        try {
            statements.alterTable(table(relation)).add(primaryKey(fields(key))).execute();
            return true;
        } catch (DataAccessException broken) {
            if (NO_KEY.contains(broken.sqlState())) {
                return false;
            }
            throw broken;
        }
    }

    private void index(Name relation, List<String> columns) {
        statements.createIndex().on(table(relation), fields(columns)).execute();
    }

    private static List<Field<?>> fields(List<String> columns) {
        return columns.stream().<Field<?>>map(column -> field(name(column))).toList();
    }
}
