package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;

/** The version of what outlives builds: noted by the first build, and refused where it is a newer program's. */
final class KeptMigrationsTest {
    private final Warehouse warehouse = new Warehouse();

    @Test
    void aBuildOfAnEarlierVersionGoesOnAndIsNotedOnce() throws Exception {
        Warehouse earlier = PublishedExample.ofSalesforce();
        earlier.execute("drop table history.migration");
        earlier.execute("alter table bizops.build_model drop column dirty");

        assertThat(earlier.build(Warehouse.fixture("seeds")).exit()).isEqualTo(ExitCode.OK);
        assertThat(earlier.build(Warehouse.fixture("seeds")).exit()).isEqualTo(ExitCode.OK);

        assertThat(earlier.rows("select number, name from history.migration"))
                .containsExactly("1|001_build_log_and_versions");
        assertThat(earlier.rows("select status, count(*) from bizops.build group by 1"))
                .containsExactly("published|3");
    }

    @Test
    void tablesOfANewerProgramAreLeftAlone() throws Exception {
        warehouse.withSalesforce(RawShape.TYPED);
        warehouse.execute("create schema history");
        warehouse.execute("create table history.migration (number integer, name text)");
        warehouse.execute("insert into history.migration values (1, 'a'), (2, 'b')");

        Warehouse.Outcome build = warehouse.build(Warehouse.fixture("seeds"));

        assertThat(build.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(build.stderr().lines())
                .last()
                .asString()
                .isEqualTo(
                        "CRITICAL bizops-transform: the schema history has version 2, of a newer bizops-transform; this"
                                + " program knows version 1 at most: upgrade it, or restore the backup from before the upgrade"
                                + " (docs/upgrades.md)");
        assertThat(warehouse.rows("select count(*) from pg_namespace where nspname in ('bizops', 'marts')"))
                .containsExactly("0");
    }

    @Test
    void checkpointsOfANewerTargetAreNotRead() throws Exception {
        warehouse.withSalesforce(RawShape.TYPED);
        warehouse.execute("create schema bizops");
        warehouse.execute("create table bizops.migration (number integer, name text)");
        warehouse.execute("insert into bizops.migration values (99, 'a')");

        Warehouse.Outcome build = warehouse.build(Warehouse.fixture("seeds"));

        assertThat(build.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(build.stderr()).contains("the schema bizops has version 99, of a newer BizOps; this program knows");
    }
}
