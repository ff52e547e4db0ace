package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import bizops.report.drive.SitePage;
import bizops.report.reading.SiteReader;
import bizops.report.source.PageFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page as axe-core judges it by WCAG 2.2 AA, contrast included. */
final class SiteAccessTest {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String JUDGE = """
            const done = arguments[arguments.length - 1];
            const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
            axe.run(document, { runOnly: rules, resultTypes: ["violations"] }).then((found) =>
              done(found.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 5).join(" | "))));
            """;

    @Test
    void hasNoViolationOnAnyPageInLightAndDarkOnDeskAndPhone(@TempDir Path directory) throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        BuiltSite site = BuiltSite.from(BuiltSite.warehouse(), directory, "--with-details");
        String axe = axe();
        try (Browser browser = Browser.start()) {
            for (PageFile page : SiteReader.read(null).pages()) {
                SitePage shown = new SitePage(browser, site.page(page.name()));
                for (boolean dark : List.of(false, true)) {
                    browser.resize(dark ? 360 : 1440, 900);
                    browser.preferDark(dark);
                    shown.open("channel=~&source=Event");
                    browser.run(
                            "document.querySelectorAll('details:not(.menu), .menu:first-of-type').forEach((each) => (each.open = true))");
                    browser.run(axe);

                    assertThat(browser.driver().executeAsyncScript(JUDGE))
                            .as(page.name() + (dark ? " dark" : " light"))
                            .isEqualTo(List.of());
                }
            }
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = SiteAccessTest.class.getResourceAsStream(AXE)) {
            if (in == null) {
                throw new IOException("no resource " + AXE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
