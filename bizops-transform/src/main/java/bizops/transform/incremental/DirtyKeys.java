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
        return exists(selectOne().from(table(keys).as("d")).where(same("d", "the row", columns)));
    }

    /** Whether two rows have the same key. */
    static Condition same(String one, String other, List<String> columns) {
        Condition same = DSL.noCondition();
        for (String column : columns) {
            same = same.and(field(name(one, column), Object.class).eq(field(name(other, column), Object.class)));
        }
        return same;
    }

    /** The same where null is a key like others. Hashes are compared first, by which the server can join. */
    static Condition sameWithNulls(String one, String other, List<String> columns) {
        Condition same = hash(one, columns).eq(hash(other, columns));
        for (String column : columns) {
            same = same.and(
                    field(name(one, column), Object.class).isNotDistinctFrom(field(name(other, column), Object.class)));
        }
        return same;
    }

    private static Field<Long> hash(String alias, List<String> columns) {
        return field(
                "hash_record_extended(row({0}), 0)",
                Long.class,
                DSL.list(columns.stream().map(column -> name(alias, column)).toList()));
    }
}
