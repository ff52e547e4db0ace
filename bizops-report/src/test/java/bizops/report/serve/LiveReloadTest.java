package bizops.report.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser that shows a page while its files change. */
@Timeout(180)
final class LiveReloadTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path project;

    @Test
    void aPageIsLoadedAgainAfterEachBuildAndShowsMistakesUntilTheyAreMended() throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        TextSite site = new TextSite(project);
        site.say("hello");
        try (SiteServer server = SiteServer.start(project, 0, site, mistakes -> {});
                Browser browser = Browser.start()) {
            browser.open(URI.create(server.address() + "other-page.html"));
            waitFor(browser, "other-page.html hello");

            site.say("changed");
            waitFor(browser, "other-page.html changed");

            site.say("? why");
            waitFor(browser, "words.txt:1: asks <why>");
            assertThat(browser.complaints())
                    .as("nothing but the answer's status")
                    .allMatch(line -> line.contains("status of 500"));

            site.say("mended");
            waitFor(browser, "other-page.html mended");
        }
    }

    private static void waitFor(Browser browser, String text) {
        new WebDriverWait(browser.driver(), LONG)
                .ignoring(StaleElementReferenceException.class)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
    }
}
