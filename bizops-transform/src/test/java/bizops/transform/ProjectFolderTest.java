package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models, tests and seeds of the user's own, in the folder of the build. */
final class ProjectFolderTest {
    private static final Pattern README_FILE =
            Pattern.compile("(?ms)^`((?:models|tests|seeds)/[a-z_/.]+)`.*?```\\w+\n(.*?)```");

    @TempDir
    Path folder;

    private final Warehouse warehouse = new Warehouse();
    private Path seeds = Path.of("");

    @BeforeEach
    void loadWorkedExample() throws Exception {
        warehouse.withSalesforce(RawShape.TYPED);
        seeds = Warehouse.seeds(folder, "", "");
    }

    @Test
    void theExampleOfTheReadmeIsBuiltAndPublishedBesideAModelThatTakesTheBuiltInOnesPlaceAndKeepsItsTests()
            throws Exception {
        Matcher files = README_FILE.matcher(Files.readString(Path.of("README.md")));
        int count = 0;
        while (files.find()) {
            write(files.group(1), files.group(2));
            count++;
        }
        write(
                "models/marts/conversion_time.sql",
                "select opportunity_id, null::int as conversion_days,"
                        + " null::text as first_touch_campaign_id, 'Mine' as channel, segment, close_date\nfrom core.opportunity\nwhere is_won_to_date;\n");
        write("spends.csv", "a\n1\n");
        write("mapping.yaml", "");
        write("bizops.yml", "");

        Warehouse.Outcome outcome = warehouse.build(seeds);

        assertThat(count).isEqualTo(3);
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select region, won_iacv::int from marts.won_by_region"))
                .containsExactly("North|28000");
        assertThat(warehouse.rows("select obj_description('marts.won_by_region'::regclass)"))
                .containsExactly("A row: a region");
        assertThat(warehouse.rows(
                        "select test, severity, failing from bizops.build_test where test = 'every_region_sells'"))
                .containsExactly("every_region_sells|warn|1");
        assertThat(warehouse.rows("select distinct channel from marts.conversion_time"))
                .containsExactly("Mine");
        assertThat(warehouse.rows("select object from marts.note where code = 'model_overridden'"))
                .containsExactly("marts.conversion_time");
        assertThat(
                        warehouse.rows(
                                "select count(*) from bizops.build_test where model = 'marts.conversion_time' and test like 'unique%'"))
                .containsExactly("1");
        assertThat(warehouse.rows("select object from marts.note where code = 'seed_unknown'"))
                .containsExactlyInAnyOrder("mapping.yaml", "spends.csv");
    }

    @Test
    void aTestOfSeverityErrorPublishesNothing() throws Exception {
        write("tests/no_lead.sql", "select lead_id from core.lead");

        Warehouse.Outcome outcome = warehouse.build(seeds);

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr()).contains("no_lead", "rows of tests/no_lead.sql", "7 rows", "00Q000000000001EAA");
        assertThat(warehouse.rows("select count(*) from pg_namespace where nspname = 'marts'"))
                .containsExactly("0");
    }

    @Test
    void whatPostgresRefusesIsNamedByFileAndLine() throws Exception {
        write("models/core/mine.sql", "/*\ngrain: a lead\n*/\n\nselect lead_id,\n    nothing\nfrom core.lead");
        assertThat(warehouse.build(seeds).stderr())
                .contains("models/core/mine.sql, line 6:", "\"nothing\" does not exist");

        Files.delete(seeds.resolve("models/core/mine.sql"));
        write("tests/mine.sql", "-- severity: warn\nselect lead_id\nfrom core.lead\nwhere nothing");
        assertThat(warehouse.build(seeds).stderr()).contains("tests/mine.sql, line 4:", "\"nothing\" does not exist");
    }

    @Test
    void whatIsNoQueryIsNamedByFileAndLine() throws Exception {
        write("models/core/mine.sql", "/*\ngrain: a lead\n*/\nselect lead_id\nfrm core.lead where");

        assertThat(warehouse.build(seeds).stderr())
                .contains("models/core/mine.sql, line 5, column")
                .hasLineCount(1);
    }

    @Test
    void aWrongHeaderIsNamedByFileAndLine() throws Exception {
        write("models/core/mine.sql", "/*\ngrain: a lead\nkeys: [lead_id]\n*/\nselect 1 as a");

        assertThat(warehouse.build(seeds).stderr())
                .contains("models/core/mine.sql, line 3: header: unknown 'keys'; did you mean key?")
                .hasLineCount(1);
    }

    @Test
    void aModelThatReadsWhatNothingMakesIsNamed() throws Exception {
        write("models/core/mine.sql", "select * from marts.nowhere");

        assertThat(warehouse.build(seeds).stderr())
                .contains("models/core/mine.sql reads marts.nowhere, which no model makes")
                .hasLineCount(1);
    }

    @Test
    void tablesThatAreFilledFromRawCannotBeOverridden() throws Exception {
        write("models/staging/salesforce_lead.sql", "select 1 as lead_id");

        assertThat(warehouse.build(seeds).stderr())
                .contains("models/staging/salesforce_lead.sql", "cannot be overridden");
    }

    @Test
    void misplacedFilesAreNamedAllAtOnce() throws Exception {
        write("models/mart/mine.sql", "select 1 as a");
        write("models/marts/Mine.sql", "select 1 as a");
        write("seeds/spend.csv", "a\n1\n");
        write("seeds/mine.csv", "a,a\n1,2\n3\n");
        assertThat(warehouse.build(seeds).stderr())
                .contains(
                        "models/mart/mine.sql: a model lies in models/LAYER/NAME.sql",
                        "models/marts/Mine.sql: the file's name",
                        "seeds/spend.csv: spend.csv lies beside settings.json",
                        "seeds/mine.csv, line 1: \"a\" names no column",
                        "seeds/mine.csv, line 3: has 1 fields, the header 2")
                .hasLineCount(5);
    }

    private void write(String path, String text) throws IOException {
        Path file = seeds.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
