package bizops.transform.audit;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import bizops.transform.build.Built;
import bizops.transform.model.Relation;
import bizops.transform.staging.RejectCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What every build notes of itself, in tables that are never dropped. Owned by one thread. */
public final class BuildLog {
    static final Field<Long> BUILD_ID = field(name("build_id"), SQLDataType.BIGINT.nullable(false));

    /** One statement for all rows: a thousand of them take as long as the tests. */
    private static final String MODELS = """
            insert into {0} (build_id, relation, rows, ms, bytes)
            select {1}, m.* from unnest({2}, {3}, {4}, {5}) as m
            """;

    private static final String TESTS = """
            insert into {0} (build_id, test, model, severity, failing, samples, query, run_in)
            select {1}, t.*, {1} from unnest({2}, {3}, {4}, {5}, {6}, {7}) as t
            """;

    private static final String UNCHANGED = """
            insert into {0} (build_id, test, model, severity, failing, samples, query, run_in)
            select {1}, t.test, t.model, t.severity, t.failing, t.samples, t.query, coalesce(t.run_in, t.build_id)
            from {0} t
            join unnest({3}, {4}) as s (test, model) on s.test = t.test and s.model = t.model
            where t.build_id = ({2})
            """;

    private final DSLContext statements;
    private final String schema;

    public BuildLog(DSLContext statements, String schema) {
        this.statements = statements;
        this.schema = schema;
    }

    /** Makes what is missing. */
    public void prepare() {
        new BuildTables(statements, schema).prepare();
    }

    /**
     * Notes that a build begins; its number.
     *
     * @param mode full or incremental
     */
    public long begin(String mode, LocalDate asOf, String settingsHash, String version) {
        return statements
                .insertInto(log("build"))
                .set(field(name("started_at")), DSL.currentOffsetDateTime())
                .set(field(name("mode")), mode)
                .set(field(name("as_of"), LocalDate.class), asOf)
                .set(field(name("settings_hash")), settingsHash)
                .set(field(name("code_version")), version)
                .set(field(name("status")), "running")
                .returning(BUILD_ID)
                .fetchSingle()
                .get(BUILD_ID);
    }

    /** The rules of the build that is published, as {@link #begin} was told; empty where the log does not know it. */
    public static Optional<String> publishedRules(DSLContext statements, String schema) {
        return published(statements, schema, "settings_hash");
    }

    /** The version of the program that made the build that is published. */
    public static Optional<String> publishedVersion(DSLContext statements, String schema) {
        return published(statements, schema, "code_version");
    }

    private static Optional<String> published(DSLContext statements, String schema, String column) {
        return statements
                .select(field(name(column), String.class))
                .from(table(name(schema, "build")))
                .where(field(name("status"), String.class).eq("published"))
                .orderBy(BUILD_ID.desc())
                .limit(1)
                .fetchOptional(row -> row.value1());
    }

    /** The rows of each relation of the build that is published, by its name. */
    public static Map<String, Long> publishedRows(DSLContext statements, String schema) {
        return statements
                .select(field(name("relation"), String.class), field(name("rows"), Long.class))
                .from(table(name(schema, "build_model")))
                .where(BUILD_ID.eq(lastPublished(schema)))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** Forgets what a build has noted so far, for it begins again in another way. */
    public void restart(long build, String mode) {
        for (String noted : List.of("build_model", "build_test", "audit_reject", "audit_count", "audit_drop")) {
            statements.deleteFrom(log(noted)).where(BUILD_ID.eq(build)).execute();
        }
        statements
                .update(log("build"))
                .set(field(name("mode")), mode)
                .where(BUILD_ID.eq(build))
                .execute();
    }

    /** Notes how many rows of each published table a build has taken out or put in. */
    public void dirty(long build, Map<Relation, Long> rows) {
        statements
                .batch(rows.entrySet().stream()
                        .map(one -> statements
                                .update(log("build_model"))
                                .set(field(name("dirty"), Long.class), one.getValue())
                                .where(BUILD_ID.eq(build))
                                .and(field(name("relation"), String.class)
                                        .eq(one.getKey().toString())))
                        .toList())
                .execute();
    }

    /** Notes that it ended without being published, and why. */
    public void failed(long build, String error) {
        end(statements, build, "failed", error);
    }

    /** Notes that it is published; in the transaction that publishes, so that the log never names another build. */
    public void published(DSLContext inside, long build) {
        end(inside, build, "published", "");
    }

    private void end(DSLContext through, long build, String status, String error) {
        through.update(log("build"))
                .set(field(name("finished_at")), DSL.currentOffsetDateTime())
                .set(field(name("status")), status)
                .set(field(name("error")), error)
                .where(BUILD_ID.eq(build))
                .execute();
    }

    public void models(long build, List<Built> models) {
        statements
                .query(
                        MODELS,
                        log("build_model"),
                        val(build),
                        texts(models, model -> model.relation().toString()),
                        numbers(models, Built::rows),
                        numbers(models, Built::millis),
                        numbers(models, Built::bytes))
                .execute();
    }

    public void tests(long build, List<Finding> findings) {
        statements
                .query(
                        TESTS,
                        log("build_test"),
                        val(build),
                        texts(findings, Finding::test),
                        texts(findings, Finding::model),
                        texts(findings, finding -> finding.isError() ? "error" : "warn"),
                        numbers(findings, Finding::failing),
                        texts(findings, finding -> String.join("; ", finding.samples())),
                        texts(findings, Finding::query))
                .execute();
    }

    private static <T> Field<String[]> texts(List<T> rows, Function<T, String> column) {
        return val(rows.stream().map(column).toArray(String[]::new));
    }

    private static <T> Field<Long[]> numbers(List<T> rows, Function<T, Long> column) {
        return val(rows.stream().map(column).toArray(Long[]::new));
    }

    /** The tests of the published build that nothing failed. */
    public static Set<TestName> passed(DSLContext statements, String schema) {
        return Set.copyOf(statements
                .select(field(name("test"), String.class), field(name("model"), String.class))
                .from(table(name(schema, "build_test")))
                .where(BUILD_ID.eq(lastPublished(schema)))
                .groupBy(field(name("test")), field(name("model")))
                .having(DSL.max(field(name("failing"), Long.class)).eq(0L))
                .fetch(row -> new TestName(row.value1(), row.value2())));
    }

    private static Select<Record1<Long>> lastPublished(String schema) {
        return DSL.select(DSL.max(BUILD_ID))
                .from(table(name(schema, "build")))
                .where(field(name("status"), String.class).eq("published"));
    }

    /** Notes what the published build says of tests that were not run again, and which build ran them. */
    public void unchanged(long build, Set<TestName> tests) {
        statements
                .query(
                        UNCHANGED,
                        log("build_test"),
                        val(build),
                        lastPublished(schema),
                        val(tests.stream().map(TestName::test).toArray(String[]::new)),
                        val(tests.stream().map(TestName::model).toArray(String[]::new)))
                .execute();
    }

    public void rejects(long build, List<RejectCount> rejects) {
        for (RejectCount reject : rejects) {
            for (RejectCount.Row row : reject.rows()) {
                statements
                        .insertInto(log("audit_reject"))
                        .set(BUILD_ID, build)
                        .set(
                                field(name("table_name")),
                                reject.table().schema() + "." + reject.table().name())
                        .set(field(name("column_name")), reject.column())
                        .set(field(name("key")), row.key())
                        .set(field(name("value")), row.value())
                        .execute();
            }
        }
    }

    /** Copies the rows of a relation {@code (entity, reason, rows)} that a build has made. */
    public void drops(long build, String dropSchema, String dropTable) {
        statements
                .insertInto(log("audit_drop"))
                .columns(BUILD_ID, field(name("entity")), field(name("reason")), field(name("rows")))
                .select(statements
                        .select(DSL.val(build), field(name("entity")), field(name("reason")), field(name("rows")))
                        .from(table(name(dropSchema, dropTable))))
                .execute();
    }

    /** Copies the accounts {@code (entity, layer, rows, amounts)} that a build has made. */
    public void counts(long build, String countSchema, String countTable) {
        statements
                .insertInto(log("audit_count"))
                .columns(
                        BUILD_ID, field(name("entity")), field(name("layer")), field(name("rows")), field(name("sums")))
                .select(statements
                        .select(
                                DSL.val(build),
                                field(name("entity")),
                                field(name("layer")),
                                field(name("rows")),
                                field(name("amounts")))
                        .from(table(name(countSchema, countTable))))
                .execute();
    }

    private Table<Record> log(String tableName) {
        return table(name(schema, tableName));
    }
}
