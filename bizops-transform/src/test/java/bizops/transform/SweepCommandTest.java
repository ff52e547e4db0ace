package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sweep} drops of branches that are gone, and what it leaves. */
final class SweepCommandTest {
    private static final String GONE = "select nspname from pg_namespace where nspname like 'dev\\_fix\\_1\\_%'";
    private static final String LEFT = "select nspname from pg_namespace where nspname ~ '(^|_)marts$' order by 1";
    private static final String LONG =
            "feature/A-name-that-is-longer-than-any-schema-of-PostgreSQL-may-be-called-and-more";

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> variables =
            new HashMap<>(Map.of("PG_DEV_SCHEMA", "dev", "CI_DEFAULT_BRANCH", "main", "CI_COMMIT_BRANCH", "main"));

    @Test
    void dropsWhatWasBuiltForBranchesThatAreGoneAndNothingElse() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        build(warehouse, "fix-1");
        build(warehouse, "feature-a-name-that-is-longer-than-any-schema-of-postgresql-may");
        warehouse.execute("create schema dev_notes_marts");
        warehouse.execute("create table dev_notes_marts.mine (a int)");
        String branches = "8a1\trefs/heads/main\n8a2\trefs/heads/" + LONG + "\n";

        Warehouse.Outcome rehearsed = sweep(warehouse, branches, "--dry-run");
        assertThat(rehearsed.stdout()).isEqualTo("would drop dev_fix_1\n");
        assertThat(warehouse.rows(GONE)).contains("dev_fix_1_marts", "dev_fix_1_bizops");

        Warehouse.Outcome swept = sweep(warehouse, branches);

        assertThat(swept.exit()).as(swept.stderr()).isEqualTo(ExitCode.OK);
        assertThat(swept.stdout()).isEqualTo("dropped dev_fix_1\n");
        assertThat(warehouse.rows(GONE)).isEmpty();
        assertThat(warehouse.rows(LEFT))
                .hasSize(3)
                .contains("dev_notes_marts", "marts")
                .anyMatch(schema -> schema.startsWith("dev_feature_a_name_that_is_long_"));
        assertThat(sweep(warehouse, branches).stdout()).isEqualTo("there is nothing to drop\n");
    }

    @Test
    void aBranchOnWhoseTablesSomethingStandsKeepsNoOther() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        build(warehouse, "a");
        build(warehouse, "b");
        warehouse.execute("create view public.mine as select * from dev_a_marts.sao");

        Warehouse.Outcome outcome = sweep(warehouse, "main");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stdout())
                .contains("left dev_a: dropping would take along view public.mine", "dropped dev_b\n");
        assertThat(outcome.stderr()).contains("not dropped: dev_a");
    }

    @Test
    void aListThatCannotBeWholeIsRefused() throws Exception {
        Warehouse warehouse = new Warehouse();

        assertThat(sweep(warehouse, "\n").stderr())
                .contains("--branches names no branch")
                .hasLineCount(1);
        assertThat(sweep(warehouse, "other").stderr()).contains("does not name main, the default branch");
        variables.remove("PG_DEV_SCHEMA");
        assertThat(sweep(warehouse, "main").stderr()).contains("PG_DEV_SCHEMA is not set");
    }

    private static void build(Warehouse warehouse, String slug) throws Exception {
        Warehouse.Outcome built = warehouse.run(
                Map.of("PG_DEV_SCHEMA", "dev", "CI_COMMIT_REF_SLUG", slug, "CI_DEFAULT_BRANCH", "main"),
                Map.of(),
                "build",
                "--seeds",
                Warehouse.fixture("seeds").toString());
        assertThat(built.exit()).as(built.stderr()).isEqualTo(ExitCode.OK);
    }

    private Warehouse.Outcome sweep(Warehouse warehouse, String branches, String... more) throws Exception {
        Path file = Files.writeString(folder.resolve("branches"), branches);
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--branches";
        arguments[1] = file.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return warehouse.run(variables, Map.of(), "sweep", arguments);
    }
}
