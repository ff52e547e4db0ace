package bizops.transform.incremental;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;

/** A table of keys whose rows are made anew. */
final class DirtyKeys {
    private DirtyKeys() {}

    /** Whether {@code "the row"} has one of the keys in those columns, which are named alike in both. */
    static Condition holds(Name keys, List<String> columns) {
        Condition same = DSL.noCondition();
        for (String column : columns) {
            same = same.and(field(name("d", column), Object.class).eq(field(name("the row", column), Object.class)));
        }
        return exists(selectOne().from(table(keys).as("d")).where(same));
    }

    /**
     * The same where null is a key like others. What is compared are hashes, so that it holds for a few rows of other keys
     * as well.
     */
    static Condition holdsWithNulls(Name keys, List<String> columns) {
        return exists(
                selectOne().from(table(keys).as("d")).where(hash("d", columns).eq(hash("the row", columns))));
    }

    private static Field<Long> hash(String alias, List<String> columns) {
        return field(
                "hash_record_extended(row({0}), 0)",
                Long.class,
                DSL.list(columns.stream().map(column -> name(alias, column)).toList()));
    }
}
