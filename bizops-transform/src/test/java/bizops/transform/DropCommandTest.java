package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code drop} drops, and what it leaves. */
final class DropCommandTest {
    private static final Path SEEDS = Warehouse.fixture("seeds");
    private static final String SCHEMAS = "select nspname from pg_namespace where nspname !~ '^pg_'"
            + " and nspname not in ('information_schema', 'public') order by 1";

    @Test
    void buildsAndDropsTheEnvironmentOfABranch() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        Map<String, String> branch =
                Map.of("PG_DEV_SCHEMA", "dev", "CI_COMMIT_REF_SLUG", "x-1", "CI_DEFAULT_BRANCH", "main");
        Warehouse.Outcome built = warehouse.run(branch, Map.of(), "build", "--seeds", SEEDS.toString(), "--full");
        assertThat(built.exit()).as(built.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows(SCHEMAS)).contains("dev_x_1_staging", "dev_x_1_core", "dev_x_1_marts");

        Warehouse.Outcome dropped = warehouse.run(branch, Map.of(), "drop");

        assertThat(dropped.exit()).as(dropped.stderr()).isEqualTo(ExitCode.OK);
        assertThat(dropped.stdout()).contains("dropped dev_x_1_marts");
        assertThat(warehouse.rows(SCHEMAS))
                .contains("bizops", "core", "dev_x_1_bizops", "marts", "raw_salesforce", "staging")
                .doesNotContain("dev_x_1_staging", "dev_x_1_core", "dev_x_1_marts");
    }

    @Test
    void dropsProductionOnlyWhenToldSo() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        warehouse.build(SEEDS);

        Warehouse.Outcome refused = warehouse.run("drop");
        assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.stderr()).contains("production", "--yes").hasLineCount(1);
        assertThat(warehouse.rows("select count(*) from marts.sao")).containsExactly("3");

        assertThat(warehouse.run("drop", "--yes").exit()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows(SCHEMAS)).containsExactly("bizops", "history", "raw_salesforce");
        assertThat(warehouse.run("drop", "--yes").stdout()).contains("nothing to drop");
    }

    @Test
    void dropsTheLogOnlyWhenToldSoAndNotWhatStandsBesideIt() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        warehouse.execute("create table bizops.state (a int)");

        Warehouse.Outcome planned = warehouse.run("drop", "--dry-run", "--with-history");
        assertThat(planned.exit()).as(planned.stderr()).isEqualTo(ExitCode.OK);
        assertThat(planned.stdout())
                .contains("would drop marts\n", "would drop bizops.build\n", "would drop history.opportunity\n");
        assertThat(warehouse.rows("select count(*) from marts.sao")).containsExactly("3");

        Warehouse.Outcome dropped = warehouse.run("drop", "--yes", "--with-history");

        assertThat(dropped.stdout()).contains("dropped bizops.build\n", "dropped history.opportunity\n");
        assertThat(warehouse.rows("select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where n.nspname in ('bizops', 'history') and relkind = 'r'"))
                .containsExactly("state");
    }

    @Test
    void dropsNothingWhereSomethingOfTheUsersStandsOnIt() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        warehouse.execute("create view public.mine as select * from marts.sao");

        Warehouse.Outcome outcome = warehouse.run("drop", "--yes");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr()).contains("view public.mine").hasLineCount(1);
        assertThat(warehouse.rows("select count(*) from public.mine")).containsExactly("3");
    }

    @Test
    void leavesSchemasThatNoBuildMade() throws Exception {
        Warehouse warehouse = new Warehouse();
        warehouse.execute("create schema core");
        warehouse.execute("create table core.mine (a int)");
        warehouse.execute("create schema marts");

        Warehouse.Outcome outcome = warehouse.run("drop", "--yes");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr()).contains("schema \"core\"").hasLineCount(1);
        assertThat(warehouse.rows(SCHEMAS)).containsExactly("core", "marts");
    }
}
