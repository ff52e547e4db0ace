package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holding what is published to its tests and to a full build. */
final class VerifyCommandTest {
    private static final String SEEDS = Warehouse.fixture("seeds").toString();

    @Test
    void findsAPublishedBuildEqualToAFullOneOfItsDay(@TempDir Path folder) throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        Path withoutDay = Warehouse.seeds(folder, "\"as_of\": \"2020-08-31\",", "");

        Warehouse.Outcome outcome = warehouse.run("verify", "--seeds", withoutDay.toString());

        assertThat(outcome.exit()).as(outcome.stderr() + outcome.stdout()).isEqualTo(ExitCode.OK);
        assertThat(outcome.stdout()).contains(" tables compared, 0 different");
        assertThat(warehouse.rows("select nspname from pg_namespace where nspname like '%next'"))
                .isEmpty();
    }

    @Test
    void showsEveryRowThatIsNotAsAFullBuildMakesIt() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        warehouse.execute("update core.campaign set name = 'Misprint' where name = 'Search ads'");
        warehouse.execute("create table marts.extra (a int)");
        warehouse.execute("alter table core.contact drop column owner_id");

        Warehouse.Outcome outcome = warehouse.run("verify", "--seeds", SEEDS);

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stdout())
                .contains("core.campaign: rows only as published 1, only in a full build 1")
                .containsPattern("  - .*Misprint")
                .containsPattern("  \\+ .*Search ads")
                .contains("marts.extra: published, but no full build makes it")
                .contains("core.contact: columns ")
                .contains(" 3 different");
        assertThat(outcome.stderr()).contains("3 of ").contains("CRITICAL");
        assertThat(warehouse.rows("select name from core.campaign where name = 'Misprint'"))
                .hasSize(1);
    }

    @Test
    void refusesWhereNothingIsPublished() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();

        assertThat(warehouse.run("verify", "--seeds", SEEDS).stderr())
                .contains("no build is published in schema \"staging\"")
                .hasLineCount(1);
        assertThat(warehouse.run("test").stderr())
                .contains("no build is published")
                .hasLineCount(1);
    }

    @Test
    void testsWhatIsPublishedWithoutBuilding() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();

        Warehouse.Outcome sound = warehouse.run("test");
        warehouse.execute("delete from core.person where person_key = (select min(person_key) from core.touch)");
        Warehouse.Outcome broken = warehouse.run("test");

        assertThat(sound.exit()).as(sound.stderr()).isEqualTo(ExitCode.OK);
        assertThat(sound.stdout()).contains(" 0 failed");
        assertThat(broken.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(broken.stdout()).contains("error: test references(person_key) on core.touch: not found");
        assertThat(warehouse.rows("select count(*) from bizops.build")).containsExactly("1");
    }
}
