package bizops.transform.audit;

import static org.jooq.impl.DSL.table;

import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.connect.Workers;
import bizops.transform.model.Audit;
import bizops.transform.model.Model;
import bizops.transform.model.ModelLibrary;
import bizops.transform.model.Relation;
import bizops.transform.model.Statement;
import bizops.transform.schema.Layer;
import bizops.transform.staging.RejectCount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Runs every test over a build. Owned by one thread. */
public final class Tests {
    private final Workers workers;
    private final Function<Layer, String> schemas;
    private final ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();

    private final Fresh fresh;
    private final Passed passed;

    /**
     * @param schemas where each layer stands: aside, or published
     * @param fresh which rows are new
     * @param before the tests that nothing failed when the rows were tested that are not new
     */
    public Tests(Workers workers, Function<Layer, String> schemas, Fresh fresh, Set<TestName> before) {
        this.fresh = fresh;
        this.passed = new Passed(before, fresh);
        this.workers = workers;
        this.schemas = schemas;
    }

    /** Tests that {@link #run} left out, for they would find nothing again: nothing that they read has changed. */
    public Set<TestName> unchanged() {
        return passed.all();
    }

    /** All findings, also of tests that nothing failed; audits first, then by model. */
    public List<Finding> run(ModelLibrary library, List<RejectCount> rejects, BigDecimal rejectLimit) {
        List<CompletableFuture<Void>> tasks = new ArrayList<>();
        Map<Relation, Statement> models =
                library.models().stream().collect(Collectors.toMap(Model::relation, Model::statement));
        Function<Relation, Statement> views = view -> Objects.requireNonNull(models.get(view));
        library.audits().stream()
                .filter(audit -> !stands(audit))
                .forEach(audit -> tasks.add(workers.submit(
                        connection -> findings.add(audit(Database.statements(connection), audit, views)))));
        library.models()
                .forEach(model -> tasks.add(
                        workers.submit(connection -> findings.addAll(model(Database.statements(connection), model)))));
        bizops.transform.build.Schedule.await(tasks);
        rejects.forEach(reject -> findings.add(rejected(reject, rejectLimit)));
        return findings.stream()
                .sorted(Comparator.comparing(
                                (Finding finding) -> !finding.test().equals("rate_missing"))
                        .thenComparing(finding -> finding.test().contains("("))
                        .thenComparing(Finding::model)
                        .thenComparing(Finding::test))
                .toList();
    }

    /** A test of the user's own may ask for the hour; one of the program tells of its inputs alone. */
    private boolean stands(Audit audit) {
        return audit.statement().place().isEmpty()
                && passed.stands(audit.name(), audit.model(), audit.statement().inputs());
    }

    private Finding audit(DSLContext statements, Audit audit, Function<Relation, Statement> views) {
        try {
            return failing(statements, audit, views).as(audit.name(), audit.model(), audit.isError(), audit.says());
        } catch (DataAccessException failure) {
            throw SqlFailure.of(
                    audit.statement()
                            .failedAt(schemas, query -> SqlFailure.line(query, failure))
                            .orElse("test " + audit.name()),
                    failure);
        }
    }

    /**
     * Where nothing fails among the rows that may have changed, nothing does, since nothing of what is published did: a
     * failed test of severity error would have stopped it. A view of the user's own may read others.
     */
    private FailingRows failing(DSLContext statements, Audit audit, Function<Relation, Statement> views) {
        Table<?> all = rows(audit.statement().textIn(schemas));
        Optional<Fresh.Part> part = audit.narrow()
                .filter(narrow -> audit.isError() || passed.before(audit.name(), audit.model()))
                .filter(narrow -> narrow.through().stream()
                        .allMatch(view -> views.apply(view).place().isEmpty()))
                .flatMap(narrow -> fresh.part(statements, audit.statement(), narrow, views));
        if (part.isPresent()) {
            try (Fresh.Part some = part.get()) {
                if (count(statements, rows(some.text(audit.statement()))) == 0) {
                    return FailingRows.none(statements.renderInlined(statements.selectFrom(all)));
                }
            }
        }
        return FailingRows.of(statements, all);
    }

    /**
     * Counted, for a server that is asked whether there is one plans as if the first were soon found. How many rows stand in
     * place of a relation it knows, not how many pass its conditions: what it takes for one row is not to be held to each of
     * another thousand one by one.
     */
    private static int count(DSLContext statements, Table<?> rows) {
        statements.query("set enable_nestloop = off").execute();
        try {
            return statements.fetchCount(rows);
        } finally {
            statements.query("reset enable_nestloop").execute();
        }
    }

    private static Table<?> rows(String query) {
        return table("({0})", DSL.raw(query)).as("f");
    }

    private List<Finding> model(DSLContext statements, Model model) {
        try {
            return new ModelTests(statements, schemas, model, fresh, passed).run();
        } catch (DataAccessException failure) {
            throw SqlFailure.of("tests of " + model.relation(), failure);
        }
    }

    private static Finding rejected(RejectCount reject, BigDecimal limit) {
        BigDecimal most = limit.multiply(BigDecimal.valueOf(reject.given()));
        return new Finding(
                "reject_limit(" + reject.column() + ")",
                reject.table().schema() + "." + reject.table().name(),
                BigDecimal.valueOf(reject.rejected()).compareTo(most) > 0,
                reject.rejected(),
                "values that cannot be read, of " + reject.given() + " (reject_limit " + limit.toPlainString() + ")",
                reject.rows().stream()
                        .limit(5)
                        .map(row -> row.key() + " \"" + row.value() + "\"")
                        .toList(),
                "");
    }
}
