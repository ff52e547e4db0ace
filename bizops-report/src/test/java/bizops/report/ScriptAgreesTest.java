package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import bizops.report.page.Site;
import bizops.report.view.Drawn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed into a page is what its script makes of the page's data, line by line. */
final class ScriptAgreesTest {
    @Test
    void theScriptShowsEveryLineAsItWasPrinted(@TempDir Path directory) throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        try (Browser browser = Browser.start()) {
            for (long seed = 1; seed <= 8; seed++) {
                Path index = new Site(new Drawn(seed).site(40), new Drawn(-seed).marts(), "test").write(directory);
                browser.open(index.toUri());

                assertThat(lines(Jsoup.parse(shown(browser))))
                        .as("seed " + seed)
                        .hasSizeGreaterThan(100)
                        .containsExactlyElementsOf(lines(Jsoup.parse(index)));
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    /** The page once the script has shown every tile. */
    private static String shown(Browser browser) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            Object html = browser.run(
                    "const root = document.documentElement; return root.dataset.shown === undefined ? null : root.outerHTML");
            if (html != null) {
                return html.toString();
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("the script never showed all tiles: " + browser.complaints());
    }

    /** Heads, rows, totals and big numbers, each with its place, keys and texts; arrows and blanks are each one's own. */
    private static List<String> lines(Document html) {
        return html.select("thead tr, tr[data-row], tfoot tr, li[data-measure], #selection").stream()
                .map(line -> place(line) + ": " + line.attr("data-row") + " " + texts(line))
                .toList();
    }

    private static String place(Element line) {
        Element tile = line.closest(".tile");
        return tile == null ? line.id() : tile.id();
    }

    private static List<String> texts(Element line) {
        return line.select("th, td, h3, p").stream()
                .map(part -> part.attr("data-measure") + part.attr("data-across") + "=" + part.text())
                .map(text -> text.replaceAll("[▲▼\\s]", ""))
                .toList();
    }
}
