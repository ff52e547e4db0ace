package bizops.transform.raw;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Reads from PostgreSQL's catalog what a raw schema holds. Immutable. */
public final class RawCatalog {
    private static final Table<Record> NAMESPACE =
            table(name("pg_catalog", "pg_namespace")).as("n");
    private static final Table<Record> RELATION =
            table(name("pg_catalog", "pg_class")).as("c");
    private static final Table<Record> ATTRIBUTE =
            table(name("pg_catalog", "pg_attribute")).as("a");
    private static final Table<Record> TYPE =
            table(name("pg_catalog", "pg_type")).as("t");
    private static final Table<Record> BASE =
            table(name("pg_catalog", "pg_type")).as("b");
    private static final Table<Record> INDEX =
            table(name("pg_catalog", "pg_index")).as("i");

    private static final Field<String> COMMENT =
            field("col_description({0}, {1})", String.class, field(name("c", "oid")), field(name("a", "attnum")));

    private final DSLContext statements;

    public RawCatalog(DSLContext statements) {
        this.statements = statements;
    }

    /** The schema; empty where there is none. */
    public RawSchema read(String schema, Map<String, String> exactNames) {
        Map<String, List<RawColumn>> columns = new LinkedHashMap<>();
        statements
                .select(text("c", "relname"), text("a", "attname"), text("t", "typname"), text("b", "typname"), COMMENT)
                .from(RELATION)
                .join(NAMESPACE)
                .on(number("n", "oid").eq(number("c", "relnamespace")))
                .join(ATTRIBUTE)
                .on(number("a", "attrelid").eq(number("c", "oid")))
                .join(TYPE)
                .on(number("t", "oid").eq(number("a", "atttypid")))
                .leftJoin(BASE)
                .on(number("b", "oid").eq(number("t", "typbasetype")))
                .where(text("n", "nspname").eq(schema))
                .and(text("c", "relkind").in("r", "p", "v", "m", "f"))
                .and(number("a", "attnum").gt(0L))
                .and(field(name("a", "attisdropped"), Boolean.class).isFalse())
                .orderBy(text("c", "relname"), number("a", "attnum"))
                .forEach(row -> columns.computeIfAbsent(row.value1(), key -> new ArrayList<>())
                        .add(RawColumn.of(
                                row.value2(), row.value4() == null ? row.value3() : row.value4(), row.value5())));
        Map<String, Set<Set<String>>> keys = uniqueKeys(schema);
        List<RawTable> tables = columns.entrySet().stream()
                .map(entry -> new RawTable(
                        schema,
                        entry.getKey(),
                        List.copyOf(entry.getValue()),
                        keys.getOrDefault(entry.getKey(), Set.of())))
                .toList();
        return new RawSchema(schema, tables, exactNames);
    }

    private Map<String, Set<Set<String>>> uniqueKeys(String schema) {
        Map<String, Map<Long, Set<String>>> columns = statements
                .select(text("c", "relname"), number("i", "indexrelid"), text("a", "attname"))
                .from(INDEX)
                .join(RELATION)
                .on(number("c", "oid").eq(number("i", "indrelid")))
                .join(NAMESPACE)
                .on(number("n", "oid").eq(number("c", "relnamespace")))
                .join(ATTRIBUTE)
                .on(number("a", "attrelid").eq(number("i", "indexrelid")))
                .where(text("n", "nspname").eq(schema))
                .and(field(name("i", "indisunique"), Boolean.class).isTrue())
                .and(field(name("i", "indisvalid"), Boolean.class).isTrue())
                .and(field(name("i", "indpred")).isNull())
                .and(field(name("i", "indexprs")).isNull())
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(),
                        Collectors.groupingBy(
                                row -> row.value2(), Collectors.mapping(row -> row.value3(), Collectors.toSet()))));
        return columns.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Set.copyOf(entry.getValue().values())));
    }

    private static Field<String> text(String alias, String column) {
        return field(name(alias, column)).cast(String.class);
    }

    private static Field<Long> number(String alias, String column) {
        return field(name(alias, column), Long.class);
    }
}
