package bizops.transform.upgrade;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import bizops.singer.error.LoadException;
import bizops.singer.warehouse.Migrations;
import bizops.transform.audit.BuildLog;
import bizops.transform.audit.Checkpoints;
import bizops.transform.schema.Environment;
import bizops.transform.schema.KeptMark;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Brings the log of builds and the versions of an environment up to date: each migration runs once, in order, and is
 * noted in {@code history.migration}. Columns that are new need none, for every build adds those that are missing. Owned
 * by one thread, which holds the build lock.
 */
public final class KeptMigrations {
    private static final List<Migration> ALL =
            List.of(new Migration("001_build_log_and_versions", KeptMigrations::make));

    private static final Field<Integer> NUMBER = field(name("number"), SQLDataType.INTEGER.notNull());
    private static final Field<String> NAME = field(name("name"), SQLDataType.CLOB.notNull());

    /** By the catalog, which every role may read. */
    private static final String IS_THERE = "select to_regclass({0}) is not null";

    private static final String IS_READABLE = "select coalesce(has_table_privilege(to_regclass({0}), 'select'), false)";

    private KeptMigrations() {}

    /** A change of tables that an earlier version may have left. */
    private record Migration(String name, Change change) {}

    @FunctionalInterface
    private interface Change {
        void run(DSLContext inside, Environment environment);
    }

    /**
     * Runs what is missing, each in a transaction of its own.
     *
     * @throws LoadException if a newer program has changed the tables
     */
    public static void run(DSLContext statements, Environment environment) {
        refuseNewer(statements, environment);
        for (int done = version(statements, environment); done < ALL.size(); done++) {
            int number = done + 1;
            Migration migration = ALL.get(done);
            statements.transaction(transaction -> {
                DSLContext inside = transaction.dsl();
                migration.change().run(inside, environment);
                note(inside, environment, number, migration.name());
            });
        }
    }

    /**
     * Refuses tables, also those of {@code target-postgres}, that a newer program has changed.
     *
     * @throws LoadException if there are any
     */
    public static void refuseNewer(DSLContext statements, Environment environment) {
        int version = version(statements, environment);
        if (version > ALL.size()) {
            throw LoadException.permanent(
                    "the schema " + environment.history() + " has version " + version
                            + ", of a newer bizops-transform; this program knows version " + ALL.size()
                            + " at most: upgrade it, or restore the backup from before the upgrade (docs/upgrades.md)",
                    null);
        }
        if (asked(statements, IS_READABLE, name("bizops", "migration"))) {
            statements.connection(Migrations::refuseNewer);
        }
    }

    private static int version(DSLContext statements, Environment environment) {
        if (!asked(statements, IS_THERE, table(environment))) {
            return 0;
        }
        return statements
                .select(DSL.coalesce(DSL.max(NUMBER), 0))
                .from(DSL.table(table(environment)))
                .fetchSingle()
                .value1();
    }

    private static boolean asked(DSLContext statements, String question, Name of) {
        return statements
                .resultQuery(question, DSL.val(of.toString()))
                .fetchSingle()
                .get(0, Boolean.class);
    }

    private static void make(DSLContext inside, Environment environment) {
        new BuildLog(inside, environment.log()).prepare();
        new Checkpoints(environment.log()).prepare(inside);
        inside.createSchemaIfNotExists(name(environment.history())).execute();
        inside.createTable(table(environment))
                .column(NUMBER)
                .column(NAME)
                .column(field(
                        name("applied_at"),
                        SQLDataType.TIMESTAMPWITHTIMEZONE.notNull().defaultValue(DSL.currentOffsetDateTime())))
                .constraint(DSL.primaryKey(NUMBER))
                .execute();
        inside.query(
                        "comment on table {0} is {1}",
                        table(environment),
                        DSL.inline(KeptMark.TEXT + ": which migrations of what outlives builds have run"))
                .execute();
    }

    private static void note(DSLContext inside, Environment environment, int number, String name) {
        inside.insertInto(DSL.table(table(environment)))
                .set(NUMBER, number)
                .set(NAME, name)
                .execute();
    }

    private static Name table(Environment environment) {
        return name(environment.history(), "migration");
    }
}
