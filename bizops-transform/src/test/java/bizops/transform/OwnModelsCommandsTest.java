package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.transform.config.BuildInput;
import bizops.transform.config.Project;
import bizops.transform.docs.ModelDocs;
import bizops.transform.model.ModelLibrary;
import bizops.transform.run.Provided;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands know the models and tests of a user's own. */
final class OwnModelsCommandsTest {
    @Test
    void documentsTestsAndVerifiesThem(@TempDir Path folder) throws Exception {
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.createDirectories(seeds.resolve("models/marts"));
        Files.createDirectories(seeds.resolve("tests"));
        Files.writeString(
                seeds.resolve("models/marts/won_by_owner.sql"),
                "/*\nkey: [owner_id]\ncolumns:\n  owner_id: who\n  won: '<how many>'\n*/\n"
                        + "select o.owner_id, count(*) as won from core.opportunity o where o.is_won group by 1");
        Files.writeString(
                seeds.resolve("tests/nobody_wins_twice.sql"),
                "-- severity: warn\nselect w.owner_id from marts.won_by_owner w where w.won > 1");
        Warehouse warehouse = Warehouse.ofAllVendors();
        Warehouse.Outcome built = warehouse.build(seeds);
        assertThat(built.exit()).as(built.stderr()).isEqualTo(ExitCode.OK);

        Warehouse.Outcome tested = warehouse.run("test", "--seeds", seeds.toString());
        Warehouse.Outcome verified = warehouse.run("verify", "--seeds", seeds.toString());
        Warehouse.Outcome without =
                warehouse.run("verify", "--seeds", Warehouse.fixture("seeds").toString());

        Project project = BuildInput.read(seeds, Clock.systemUTC()).project();
        new ModelDocs(ModelLibrary.load(Provided.relations(project), project), Provided.relations(project))
                .write(folder.resolve("docs"));

        assertThat(Files.readString(folder.resolve("docs/marts.won_by_owner.html")))
                .contains("<td>won</td><td>never</td><td>&lt;how many&gt;</td>", "core.opportunity.html");
        assertThat(tested.stdout()).contains("warning: test nobody_wins_twice");
        assertThat(verified.exit()).as(verified.stdout()).isEqualTo(ExitCode.OK);
        assertThat(without.stdout()).contains("marts.won_by_owner: published, but no full build makes it");
        assertThat(warehouse.rows("select obj_description('marts.won_by_owner'::regclass, 'pg_class')"))
                .containsExactly("A row: as the SQL makes it");
    }
}
