package bizops.transform.audit;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.schema.KeptMark;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tables of the log of builds, as this version writes them. Owned by one thread. */
final class BuildTables {
    private final DSLContext statements;
    private final String schema;

    BuildTables(DSLContext statements, String schema) {
        this.statements = statements;
        this.schema = schema;
    }

    /** Makes what is missing. */
    void prepare() {
        statements.createSchemaIfNotExists(name(schema)).execute();
        statements
                .createTableIfNotExists(name(schema, "build"))
                .column(field(name("build_id"), SQLDataType.BIGINT.identity(true)))
                .column(field(name("started_at"), SQLDataType.TIMESTAMPWITHTIMEZONE))
                .column(field(name("finished_at"), SQLDataType.TIMESTAMPWITHTIMEZONE))
                .column(field(name("mode"), SQLDataType.CLOB))
                .column(field(name("as_of"), SQLDataType.LOCALDATE))
                .column(field(name("settings_hash"), SQLDataType.CLOB))
                .column(field(name("code_version"), SQLDataType.CLOB))
                .column(field(name("status"), SQLDataType.CLOB))
                .column(field(name("error"), SQLDataType.CLOB))
                .constraint(DSL.primaryKey("build_id"))
                .execute();
        keep("build", "every build, and how it ended");
        create(
                "build_model",
                "what each build made",
                text("relation"),
                number("rows"),
                number("ms"),
                number("bytes"),
                number("dirty"));
        create(
                "build_test",
                "every test of every build",
                text("test"),
                text("model"),
                text("severity"),
                number("failing"),
                text("samples"),
                text("query"),
                number("run_in"));
        create(
                "audit_reject",
                "values that could not be read",
                text("table_name"),
                text("column_name"),
                text("key"),
                text("value"));
        create(
                "audit_count",
                "rows and sums of amounts, by raw table and layer",
                text("entity"),
                text("layer"),
                number("rows"),
                field(name("sums"), SQLDataType.JSONB));
        statements
                .createTableIfNotExists(name(schema, SourceTotals.TABLE))
                .column(text("source"))
                .column(text("object"))
                .column(number("rows"))
                .column(field(name("amount"), SQLDataType.NUMERIC))
                .column(field(name("modified_at"), SQLDataType.TIMESTAMPWITHTIMEZONE))
                .column(field(
                        name("counted_at"),
                        SQLDataType.TIMESTAMPWITHTIMEZONE.defaultValue(DSL.currentOffsetDateTime())))
                .execute();
        keep(SourceTotals.TABLE, "what a source says that it holds; builds are held to the newest row of each object");
        create("audit_drop", "rows that went no further, by reason", text("entity"), text("reason"), number("rows"));
    }

    private void create(String tableName, String holds, Field<?>... columns) {
        statements
                .createTableIfNotExists(name(schema, tableName))
                .column(BuildLog.BUILD_ID)
                .columns(columns)
                .execute();
        addMissing(tableName, columns);
        keep(tableName, holds);
    }

    /** Columns that an earlier version did not have; readers are waited for only where there are any. */
    private void addMissing(String tableName, Field<?>... columns) {
        Set<String> existing = statements
                .select()
                .from(table(name(schema, tableName)))
                .limit(0)
                .fetch()
                .fieldStream()
                .map(Field::getName)
                .collect(Collectors.toSet());
        for (Field<?> column : columns) {
            if (!existing.contains(column.getName())) {
                statements
                        .alterTable(table(name(schema, tableName)))
                        .addColumn(column)
                        .execute();
            }
        }
    }

    private void keep(String tableName, String holds) {
        statements
                .query("comment on table {0} is {1}", name(schema, tableName), DSL.inline(KeptMark.TEXT + ": " + holds))
                .execute();
    }

    private static Field<String> text(String column) {
        return field(name(column), SQLDataType.CLOB);
    }

    private static Field<Long> number(String column) {
        return field(name(column), SQLDataType.BIGINT);
    }
}
