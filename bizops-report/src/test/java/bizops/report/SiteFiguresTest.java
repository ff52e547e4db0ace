package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import bizops.report.drive.SiteComparison;
import bizops.report.reading.SiteReader;
import java.sql.Connection;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every figure of every page, under random settings of its filters, against the cubes' SQL grouped in the database.
 * {@code -Dbizops.report.settings=5} on each of the pages with figures are over fifty in all.
 */
final class SiteFiguresTest {
    /** Their tables are invented each for itself; the end-to-end test has marts that agree. */
    private static final Set<String> APART =
            Set.of("credit_list", "spend_list", "opportunity_list", "company_saos", "organization_touches");

    private static final int SETTINGS_A_PAGE = Integer.getInteger("bizops.report.settings", 2);

    @Test
    void equalSqlUnderRandomSettingsOfTheFilters() throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        BuiltSite site = FullSite.get();
        try (Connection connection = site.database().connect();
                Browser browser = Browser.start()) {
            SiteComparison comparison = new SiteComparison(
                    browser,
                    site.directory(),
                    SiteReader.read(FullSite.project()),
                    connection,
                    BuiltSite.SCHEMAS,
                    true,
                    APART);

            assertThat(comparison.compareAll(SETTINGS_A_PAGE, 20260331)).isGreaterThan(SETTINGS_A_PAGE * 2_000);
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.startsWith("file:"));
        }
    }
}
