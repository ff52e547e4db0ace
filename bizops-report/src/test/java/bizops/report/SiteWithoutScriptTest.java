package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import bizops.report.drive.SiteComparison;
import bizops.report.drive.SitePage;
import bizops.report.reading.SiteReader;
import bizops.report.source.PageFile;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Pages as they stand in their files, before any script has run. */
final class SiteWithoutScriptTest {
    @Test
    void holdEveryFigureThatTheScriptShowsOfTheDefault() throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        BuiltSite site = FullSite.get();
        try (Browser browser = Browser.start()) {
            for (PageFile page : SiteReader.read(FullSite.project()).pages()) {
                SitePage shown = new SitePage(browser, site.page(page.name()));
                shown.open("");

                Map<String, String> printed = printed(Jsoup.parse(site.file(page.name())));
                Map<String, String> scripted = scripted(shown);
                assertThat(SiteComparison.differences(scripted, printed))
                        .as(page.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void loadNothingAndLetNoNameBecomeMarkup() throws Exception {
        BuiltSite site = FullSite.get();
        for (PageFile page : SiteReader.read(FullSite.project()).pages()) {
            String text = Files.readString(site.file(page.name()));
            Document html = Jsoup.parse(text);

            assertThat(html.select("[src], link:not([href='data:,']), iframe, object, a[href^=http]"))
                    .as(page.name())
                    .isEmpty();
            assertThat(text).doesNotContain("<script>alert(1)", "<day>", "Content <download>");
            assertThat(html.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void everyLinkLeadsToAPageThatIsThere() throws Exception {
        BuiltSite site = FullSite.get();
        for (PageFile page : SiteReader.read(FullSite.project()).pages()) {
            for (Element link : Jsoup.parse(site.file(page.name())).select("a[href]")) {
                String[] address = link.attr("href").split("#", 2);
                String name = address[0].isEmpty() ? page.name() + ".html" : address[0];

                assertThat(site.directory().resolve(name)).as(page.name()).exists();
                if (address.length == 2 && !address[1].contains("=")) {
                    assertThat(Jsoup.parse(site.directory().resolve(name)).getElementById(address[1]))
                            .as(page.name() + " leads to " + link.attr("href"))
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void standInABrowserThatRunsNoScriptAndFitAPhone() throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        BuiltSite site = FullSite.get();
        try (Browser browser = Browser.start()) {
            browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
            for (int width : List.of(1440, 360)) {
                browser.resize(width, 900);
                for (PageFile page : SiteReader.read(FullSite.project()).pages()) {
                    browser.open(site.page(page.name()));
                    String name = page.name() + "-" + width + "-without-script.png";

                    assertThat(browser.widest()).as(name).isLessThanOrEqualTo(width);
                    if (SiteLooksTest.PHOTOGRAPHS) {
                        browser.photograph(SiteLooksTest.IMAGES.resolve(name));
                    }
                }
            }
        }
    }

    /** Figures by tile, place in the table and measure, with the marks of the row. */
    private static Map<String, String> printed(Document html) {
        Map<String, String> figures = new TreeMap<>();
        for (Element row : html.select("main .tile table tr:has(td[data-measure])")) {
            String place = idOf(row, "table") + " / " + row.attr("data-row") + " / ";
            figures.put(place + "label", row.child(0).text());
            row.select("td[data-measure]")
                    .forEach(cell -> figures.put(
                            place + cell.attr("data-across") + " / " + cell.attr("data-measure"), cell.text()));
        }
        html.select("li[data-measure]")
                .forEach(number -> figures.put(
                        idOf(number, ".tile") + " / " + number.attr("data-measure"),
                        words(number.select("p").text())));
        html.select(".tile thead").forEach(head -> figures.put(idOf(head, "table") + " / head", words(head.text())));
        return figures;
    }

    private static String idOf(Element part, String whole) {
        return Objects.requireNonNull(part.closest(whole)).id();
    }

    /** The same of the document as the script has left it. */
    private static Map<String, String> scripted(SitePage page) {
        return printed(Jsoup.parse(
                page.list("return [document.documentElement.outerHTML]").get(0)));
    }

    /** Without the arrows, which are for the eye alone, and blanks. */
    private static String words(String text) {
        return text.replaceAll("[▲▼▴▾\\s]", "");
    }
}
