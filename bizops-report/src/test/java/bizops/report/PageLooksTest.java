package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How the page stands on screens; the images go to target/screenshots. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PageLooksTest {
    private static final Path IMAGES = Path.of("target", "screenshots");

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
    void fitsEveryWidthFromAPhoneToAWideScreen() throws Exception {
        for (int width : List.of(360, 768, 1024, 1440)) {
            for (boolean dark : List.of(false, true)) {
                browser.resize(width, 900);
                browser.preferDark(dark);
                browser.open(page.file().toUri());

                assertThat(browser.run(TOO_WIDE))
                        .as("elements too wide at " + width)
                        .isEqualTo(List.of());
                browser.photograph(IMAGES.resolve("page-" + width + (dark ? "-dark" : "-light") + ".png"));
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    /** Elements that stick out of the window, but for those that their box scrolls. */
    private static final String TOO_WIDE = """
            const wide = [];
            document.querySelectorAll("body *").forEach((element) => {
              if (element.closest(".scroll table, .skip, .visually-hidden, details:not([open]) > :not(summary)")) return;
              const box = element.getBoundingClientRect();
              if (box.right > innerWidth + 0.5 || box.left < -0.5) wide.push(element.outerHTML.slice(0, 120));
            });
            if (document.documentElement.scrollWidth > innerWidth) wide.push("the page itself");
            return wide;
            """;
}
