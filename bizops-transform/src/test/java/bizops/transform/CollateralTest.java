package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which visits are uses, and what they influence. */
final class CollateralTest {
    private static final String COLLATERAL = """
            collateral,path_prefix
            Pricing guide,/library/pricing-guide
            Pricing guide,/library/pricing
            Library,/library
            Upper case,/Library
            Elsewhere,/blog
            """;

    @Test
    void countsAVisitOnceForEachPieceWhosePrefixItHas(@TempDir Path folder) throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute("insert into raw_marketo.activities (marketoguid, leadid, activitytypeid, activitydate,"
                + " primaryattributevalue) values"
                + " ('1', '777', '1', '2020-05-21T10:00:00Z', '/library/pricing'),"
                + " ('2', '11', '1', '2020-05-22T10:00:00Z', '/libra'),"
                + " ('3', '11', '2', '2020-05-22T10:00:00Z', '/blog')");
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.writeString(seeds.resolve("collateral.csv"), COLLATERAL);

        Warehouse.Outcome outcome = warehouse.build(seeds);

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select * from marts.collateral_usage order by collateral"))
                .containsExactly(
                        "Elsewhere|0|0|0|0|0.000000",
                        "Library|4|3|2|1|18000.000000",
                        "Pricing guide|4|3|2|1|18000.000000",
                        "Upper case|0|0|0|0|0.000000");
    }

    @Test
    void influencesFromTheLookbackToTheCloseOrToAsOfWhileOpen(@TempDir Path folder) throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute("update raw_marketo.activities set leadid = '13' where marketoguid = '907'");
        warehouse.execute("update raw_salesforce.opportunity set isclosed = false, iswon = false"
                + " where id = '006000000000002AAA'");
        warehouse.execute("insert into raw_marketo.activities (marketoguid, leadid, activitytypeid, activitydate,"
                + " primaryattributevalue) values"
                + " ('1', '11', '1', '2020-03-16T10:00:00Z', '/library/pricing-guide'),"
                + " ('2', '11', '1', '2020-03-16T23:30:00Z', '/library/pricing-guide'),"
                + " ('3', '11', '1', '2019-08-14T10:00:00Z', '/library/pricing-guide'),"
                + " ('4', '11', '1', '2019-08-13T10:00:00Z', '/library/pricing-guide')");

        Warehouse.Outcome outcome = warehouse.build(Warehouse.seeds(folder, "", ""));

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select o.name, use_date from marts.collateral_influence"
                        + " join core.opportunity o using (opportunity_id) order by 1, 2"))
                .containsExactly(
                        "Lumen platform|2019-08-14",
                        "Lumen platform|2020-02-01",
                        "Lumen platform|2020-03-16",
                        "Tarn pilot|2020-03-01",
                        "Tarn pilot|2020-05-20");
    }
}
