package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as axe-core judges it by WCAG 2.1 AA, contrast included. */
final class PageAccessTest {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String JUDGE = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }).then((found) =>
              done(found.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 5).join(" | "))));
            """;

    @Test
    void hasNoViolationInLightAndDarkOnDeskAndPhone(@TempDir Path directory) throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        BuiltPage page = BuiltPage.from("invented-marts.sql", directory);
        try (Browser browser = Browser.start()) {
            for (int width : List.of(360, 1440)) {
                for (boolean dark : List.of(false, true)) {
                    browser.resize(width, 900);
                    browser.preferDark(dark);
                    browser.open(page.file().toUri());
                    browser.run(axe());

                    assertThat(browser.driver().executeAsyncScript(JUDGE))
                            .as(width + (dark ? " dark" : " light"))
                            .isEqualTo(List.of());
                }
            }
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = PageAccessTest.class.getResourceAsStream(AXE)) {
            if (in == null) {
                throw new IOException("no resource " + AXE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
