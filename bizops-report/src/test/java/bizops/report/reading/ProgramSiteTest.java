package bizops.report.reading;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.source.CubeFile;
import bizops.report.source.Measure;
import bizops.report.source.SiteFiles;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ProgramSiteTest {
    @Test
    void readsTheProgramsOwnFilesWithoutAMistake() {
        SiteFiles site = SiteReader.read(null);

        assertThat(site.pages()).isNotEmpty();
        assertThat(site.measures()).isNotEmpty();
    }

    /** docs/pages.md says why. */
    @Test
    void rowsStandBehindEveryMeasureButRatiosOfTwoListsAndCountsOfWhatIsNotThere() {
        assertThat(SiteReader.read(null).measures().values())
                .filteredOn(measure -> measure.rows() == null)
                .extracting(Measure::name)
                .containsExactlyInAnyOrder(
                        "cost_per_lead",
                        "cost_per_sao",
                        "cost_per_won",
                        "cac",
                        "cost_per_iacv_dollar",
                        "ltv",
                        "roi",
                        "company_cost_per_lead",
                        "cost_per_opportunity",
                        "company_cost_per_sao",
                        "company_cac",
                        "cost_per_primary_sao",
                        "spend_unknown",
                        "unknown_mqls",
                        "unknown_saos",
                        "unknown_billing",
                        "unknown_activities",
                        "share_so_far",
                        "health_tests",
                        "audit_rows");
    }

    @Test
    void everyListThatReadsPersonsOrOpportunitiesIsOneOfDetails() {
        assertThat(SiteReader.read(null).cubes().values())
                .filteredOn(CubeFile::isRows)
                .filteredOn(cube -> Pattern.compile(
                                "\\{core\\}\\.(person|lead|opportunity|organization)\\b|organization_performance|person_key")
                        .matcher(cube.sql())
                        .find())
                .hasSizeGreaterThan(15)
                .allSatisfy(cube -> assertThat(cube.details()).as(cube.name()).isTrue());
    }
}
