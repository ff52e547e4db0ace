package bizops.transform.history;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.build.Comments;
import bizops.transform.model.HistoryModel;
import bizops.transform.schema.KeptMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the tables that hold the versions. Owned by one thread. */
final class HistoryTables {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryTables.class);
    private static final DataType<String> TEXT = SQLDataType.CLOB.collation(DSL.collation("C"));
    private static final DataType<java.time.OffsetDateTime> INSTANT = SQLDataType.TIMESTAMPWITHTIMEZONE;

    private final DSLContext statements;
    private final String schema;

    HistoryTables(DSLContext statements, String schema) {
        this.statements = statements;
        this.schema = schema;
    }

    /**
     * Makes what is missing.
     *
     * @return whether PostgreSQL itself refuses versions of one record that overlap
     */
    boolean prepare(List<HistoryModel> models) {
        statements.createSchemaIfNotExists(name(schema)).execute();
        models.forEach(this::create);
        List<HistoryModel> open =
                models.stream().filter(model -> !isConstrained(model)).toList();
        try {
            if (!open.isEmpty()) {
                statements
                        .query("create extension if not exists btree_gist with schema public")
                        .execute();
                open.forEach(this::constrain);
            }
            return true;
        } catch (DataAccessException refused) {
            LOG.debug("no exclusion constraint", refused);
            return false;
        }
    }

    private void create(HistoryModel model) {
        Name place = name(schema, model.entity());
        statements
                .createTableIfNotExists(place)
                .column(field(name("id"), TEXT.notNull()))
                .column(field(name("valid_from"), INSTANT.notNull()))
                .column(field(name("valid_to"), INSTANT.notNull()))
                .column(field(name("is_deleted"), SQLDataType.BOOLEAN.notNull()))
                .column(field(name("row_hash"), TEXT.notNull()))
                .column(field(name("observed_at"), INSTANT.notNull()))
                .column(field(name("is_backfilled"), SQLDataType.BOOLEAN.notNull()))
                .constraint(DSL.primaryKey(name("id"), name("valid_from")))
                .execute();
        model.columns()
                .forEach((column, kept) -> statements
                        .alterTable(table(place))
                        .addColumnIfNotExists(field(name(column), type(kept.type())))
                        .execute());
        describe(statements, model, place, KeptMark.TEXT + ": a row: a version of a Salesforce " + model.entity());
    }

    /** Comments of a table of versions and of those of the columns that it has. */
    static void describe(DSLContext statements, HistoryModel model, Name place, String text) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", "Salesforce's id");
        columns.put("valid_from", "SystemModstamp of the version");
        columns.put("valid_to", "valid_from of the next version; infinity for the newest");
        columns.put("is_deleted", "whether the record was deleted from then on");
        columns.put("row_hash", "hash of is_deleted and of what is kept");
        columns.put("observed_at", "when a build first saw the version");
        columns.put("is_backfilled", "told by the source's own history, not seen by a build");
        model.columns().forEach((column, kept) -> columns.put(column, kept.says()));
        new Comments(statements).write(place, false, text, columns);
    }

    private boolean isConstrained(HistoryModel model) {
        return statements.fetchExists(DSL.selectOne()
                .from(table(name("pg_catalog", "pg_constraint")))
                .where(field(name("contype")).cast(String.class).eq("x"))
                .and(field(
                        "conrelid = {0}::regclass",
                        Boolean.class, DSL.inline(name(schema, model.entity()).toString()))));
    }

    private void constrain(HistoryModel model) {
        statements
                .query(
                        "alter table {0} add exclude using gist (id with =, tstzrange(valid_from, valid_to) with &&)",
                        name(schema, model.entity()))
                .execute();
    }

    private static DataType<?> type(HistoryModel.Type type) {
        return switch (type) {
            case TEXT -> TEXT;
            case NUMBER -> SQLDataType.NUMERIC(24, 6);
            case DATE -> SQLDataType.LOCALDATE;
            case BOOLEAN -> SQLDataType.BOOLEAN;
        };
    }
}
