package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics of a branch against production. */
final class DiffCommandTest {
    private static final Map<String, String> BRANCH = Map.of("schema_prefix", "\"dev\"");

    @Test
    void showsWhatABranchChanges(@TempDir Path folder) throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.writeString(
                seeds.resolve("spend.csv"),
                Files.readString(seeds.resolve("spend.csv")) + "2020-02-01,701000000000001AAA,410,USD\n");
        warehouse.build(BRANCH, seeds);

        Warehouse.Outcome markdown = warehouse.run(Map.of(), BRANCH, "diff", "--against", "", "--by", "campaign");
        Warehouse.Outcome csv = warehouse.run(Map.of(), BRANCH, "diff", "--against", "", "--format", "csv");

        assertThat(markdown.exit()).as(markdown.stderr()).isEqualTo(ExitCode.OK);
        assertThat(markdown.stdout())
                .contains("| campaign | 701000000000001AAA | Search ads | first | spend | 4510 | 4100 | 410 | 0.1 |\n")
                .contains("| campaign | 701000000000001AAA | Search ads | first | cac | 2255 | 2050 | 205 | 0.1 |\n")
                .doesNotContain("Partner day", "| leads |");
        assertThat(csv.stdout())
                .startsWith("by,id,name,model,metric,here,there,difference,relative")
                .contains("total,,total,first,spend,8110,7700,410,0.053247")
                .contains("channel,Search,Search,first,spend,4510,4100,410,0.1");
    }

    @Test
    void saysThatNothingDiffersAndLetsNoNameBreakTheTable() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        warehouse.build(BRANCH, Warehouse.fixture("seeds"));
        assertThat(warehouse.run("diff", "--against", "dev").stdout()).isEqualTo("No metric differs.\n");

        warehouse.execute(
                "update raw_salesforce.campaign set name = 'A | <b>' || chr(10) || 'B'" + " where name = 'Search ads'");
        warehouse.execute("update raw_salesforce.campaignmember set isdeleted = true");
        warehouse.build(BRANCH, Warehouse.fixture("seeds"));

        assertThat(warehouse.run(Map.of(), BRANCH, "diff", "--against", "").stdout())
                .contains("| campaign | 701000000000001AAA | A \\| &lt;b> B | first | leads | 0 | 3 | -3 | -1 |\n");
    }

    @Test
    void refusesWhatItCannotCompare() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();

        assertThat(warehouse.run("diff", "--against", "nowhere").stderr())
                .contains("\"nowhere_staging\"")
                .hasLineCount(1);
        assertThat(warehouse.run("diff", "--against", "").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(warehouse.run("diff", "--against", "x", "--by", "lead").exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
