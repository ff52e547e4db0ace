package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import bizops.report.drive.PageComparison;
import bizops.report.drive.Selection;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every figure of the page against SQL over the day facts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PageFiguresTest {
    private BuiltPage page;
    private Browser browser;

    @BeforeAll
    void build(@TempDir Path directory) throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        page = BuiltPage.from("invented-marts.sql", directory);
        browser = Browser.start();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void equalTheMartsUnderTheFirstAndRandomSettings() throws Exception {
        try (Connection connection = page.database().connect()) {
            new PageComparison(browser, page.file().toUri(), connection, "marts").compareAll(14, 20260331);
        }

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.startsWith("file:"));
    }

    @Test
    void areGapsWhereNoChannelIsChosen() throws Exception {
        Selection none = new Selection("quarter", "2025-Q1", "2025-Q2", "cohort", "linear", List.of(), "lead_source");
        try (Connection connection = page.database().connect()) {
            new PageComparison(browser, page.file().toUri(), connection, "marts").compare(none);
        }

        assertThat(browser.run("return document.getElementById('nothing').textContent"))
                .isEqualTo("No channel is chosen: choose one, or reset.");
    }
}
