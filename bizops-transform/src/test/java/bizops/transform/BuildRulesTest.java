package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the log tells whether two builds followed the same rules. */
final class BuildRulesTest {
    @Test
    void theHashOfTwoBuildsDiffersOnlyWhenASeedDoes(@TempDir Path folder) throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        Path seeds = Warehouse.seeds(folder, "", "");
        warehouse.build(seeds);
        Files.writeString(seeds.resolve("collateral.csv"), "collateral,path_prefix\nPaper,/paper\n");
        warehouse.build(seeds);

        List<String> hashes = warehouse.rows("select settings_hash from bizops.build order by build_id");

        assertThat(hashes).hasSize(3);
        assertThat(hashes.get(0)).hasSize(32).isEqualTo(hashes.get(1)).isNotEqualTo(hashes.get(2));
    }

    @Test
    void aLogOfAnEarlierVersionGetsTheColumnsThatItLacks() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute("create schema bizops");
        warehouse.execute(
                "create table bizops.build_model (build_id bigint not null, relation text, rows bigint, ms bigint)");
        warehouse.execute("insert into bizops.build_model values (0, 'core.lead', 3, 1)");

        warehouse.build(Warehouse.fixture("seeds"));

        assertThat(warehouse.rows("select build_id, rows, bytes > 0 from bizops.build_model"
                        + " where relation = 'core.lead' order by build_id"))
                .containsExactly("0|3|", "1|7|t");
    }
}
