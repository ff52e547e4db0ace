package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import bizops.report.drive.SitePage;
import bizops.report.reading.SiteReader;
import bizops.report.source.PageFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How every page stands on screens. {@code -Dbizops.report.photographs=true} leaves images for people in
 * target/screenshots, which takes most of the time.
 */
final class SiteLooksTest {
    static final boolean PHOTOGRAPHS = Boolean.getBoolean("bizops.report.photographs");
    static final Path IMAGES = Path.of("target", "screenshots");

    @Test
    void fitsEveryWidthFromAPhoneToAWideScreen() throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        BuiltSite site = FullSite.get();
        try (Browser browser = Browser.start()) {
            for (PageFile page : SiteReader.read(FullSite.project()).pages()) {
                SitePage shown = new SitePage(browser, site.page(page.name()));
                for (int width : List.of(360, 768, 1440, 1280)) {
                    browser.resize(width, 900);
                    // Opened on the phone and the wide screen, and only made wider or narrower for the others.
                    if (width == 360 || width == 1440) {
                        shown.open("");
                    }
                    browser.run("document.querySelectorAll('.tile').forEach((each) => each.scrollIntoView())");

                    assertThat(tooWide(shown))
                            .as("too wide on " + page.name() + " at " + width)
                            .isEmpty();
                    if (PHOTOGRAPHS && (width == 360 || width == 1440)) {
                        photograph(browser, shown, page.name() + "-" + width + "-light");
                    }
                }
                if (PHOTOGRAPHS) {
                    browser.resize(1440, 900);
                    shown.open("theme=dark");
                    photograph(browser, shown, page.name() + "-1440-dark");
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** What is still too wide when the page has had time to follow its window: it hears of that a frame later. */
    private static List<String> tooWide(SitePage shown) throws InterruptedException {
        List<String> wide = shown.list(TOO_WIDE);
        for (int looks = 0; looks < 100 && !wide.isEmpty(); looks++) {
            Thread.sleep(50);
            wide = shown.list(TOO_WIDE);
        }
        return wide;
    }

    /** The window is made as tall as the page, so that all charts are near and drawn. */
    private static void photograph(Browser browser, SitePage shown, String name) throws Exception {
        browser.photograph(IMAGES.resolve(name + ".png"));
        shown.await();
        browser.photograph(IMAGES.resolve(name + ".png"));
    }

    /** Elements that stick out of the window, but for those that their box scrolls. */
    private static final String TOO_WIDE = """
            const wide = [];
            document.querySelectorAll("body *").forEach((element) => {
              if (element.closest(".scroll table, nav ul, .skip, .visually-hidden, details:not([open]) > :not(summary)")) return;
              if (element.closest(".selection, [hidden]")) return;
              const box = element.getBoundingClientRect();
              if (box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5)) wide.push(element.outerHTML.slice(0, 120));
            });
            if (document.documentElement.scrollWidth > innerWidth) wide.push("the page itself");
            return wide;
            """;
}
