package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import bizops.report.drive.SitePage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a figure to the rows behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SiteRowsTest {
    private BuiltSite site;
    private Browser browser;

    @BeforeAll
    void build() throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        site = FullSite.get();
        browser = Browser.start();
        browser.resize(1440, 1000);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aCountLeadsToAsManyRowsAsItSays() {
        assertLeadToTheirRows("sao", "grain=quarter&source=Event,~", "by-lead-source", "sao_opportunities");
        assertLeadToTheirRows("sao", "period=2025-02..2025-11", "by-owner", "sao_opportunities");
        assertLeadToTheirRows("pipeline", "grain=year&period=all", "won-and-lost", "lost_opportunities");
        assertLeadToTheirRows("funnel", "channel=Events", "conversion-by-source", "funnel_leads");
    }

    @Test
    void aBigNumberLeadsThereTooAndAButtonShowsAllRowsAgain() {
        SitePage index = page("index");
        index.open("period=2025-01..2025-12&campaign=C1,C2");
        String link = hrefs(index, "#tile-the-numbers li[data-measure=new_customers] a")
                .get(0);
        assertThat(link)
                .isEqualTo(
                        "acquisition.html#tile-the-touches-behind-these-numbers&period=2025-01..2025-12&campaign=C1,C2"
                                + "&only=event,New%20customer");

        SitePage list = follow(link);
        String events =
                "return [...document.querySelectorAll('#table-the-touches-behind-these-numbers td[data-column=event]')]"
                        + ".map((cell) => cell.textContent)";
        assertThat(list.list(events)).isNotEmpty().containsOnly("New customer");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("tile-the-touches-behind-these-numbers");

        browser.run("document.querySelector('#tile-the-touches-behind-these-numbers .all-rows').click()");
        list.await();
        assertThat(list.list(events)).contains("Lead", "SAO");
    }

    @Test
    void theCreditsOfAModelAndRowsThatNoFilterChoosesAreToldApart() {
        SitePage sao = page("sao");
        sao.open("model=linear&basis=cohort");
        assertThat(hrefs(sao, "#table-cost-per-sao-by-channel td[data-measure=saos] a"))
                .as("the credits of that model")
                .isNotEmpty()
                .allMatch(href -> href.contains("&basis=cohort&model=linear&"));

        List<String> buckets = hrefs(sao, "#table-by-bucket td[data-measure=sao_opportunities] a");
        assertThat(buckets).hasSizeGreaterThan(1);
        SitePage list = follow(buckets.get(0));
        assertThat(list.list("return [document.querySelector('#tile-the-saos-behind-these-numbers').textContent]"))
                .singleElement()
                .asString()
                .containsPattern("Only rows of Source bucket: (Paid|Field|Owned|Other)\\. ");
    }

    @Test
    void aBalanceLeadsToTheLastMonthOfItsPeriod() {
        SitePage revenue = page("revenue");
        revenue.open("period=2024-07..2025-02&grain=quarter");
        String cell = " td[data-measure=%s] a";
        String table = "#table-movements-by-period";
        assertThat(hrefs(revenue, table + cell.formatted("mrr_closing")))
                .extracting(href -> href.replaceFirst(".*period=", "").replaceFirst("&.*", ""))
                .containsExactly("2024-09..2024-09", "2024-12..2024-12", "2025-02..2025-02");
        assertThat(hrefs(revenue, table + cell.formatted("mrr_opening")))
                .extracting(href -> href.replaceFirst(".*period=", "").replaceFirst("&.*", ""))
                .containsExactly("2024-07..2024-07", "2024-10..2024-10", "2025-01..2025-01");
    }

    @Test
    void aFigureWhoseRowsCannotBeToldApartLeadsNowhere() {
        SitePage conversion = page("conversion");
        conversion.open("");
        assertThat(hrefs(conversion, "#table-distribution td a"))
                .as("rows of a range of days")
                .isEmpty();
        assertThat(hrefs(conversion, "#table-by-segment td[data-measure=won_with_touch] a"))
                .isNotEmpty();
    }

    private void assertLeadToTheirRows(String name, String setting, String tile, String measure) {
        SitePage page = page(name);
        page.open(setting);
        String cells = "#table-" + tile + " td[data-measure=" + measure + "]";
        List<String> hrefs = hrefs(page, cells + " a");
        List<String> figures = page.list("return [...document.querySelectorAll('" + cells
                + " a')].map((link) => link.textContent.replace(',', ''))");
        assertThat(hrefs).as(cells).hasSizeGreaterThan(1);
        for (int i : List.of(0, hrefs.size() - 1)) {
            SitePage list = follow(hrefs.get(i));
            assertThat(list.list("""
                            const tile = data.tiles.find(({ id }) => location.hash.startsWith("#tile-" + id + "&"));
                            return [listing.file(tile, choice.read()).split("\\r\\n").length - 2];
                            """)).as(hrefs.get(i)).containsExactly(figures.get(i));
        }
    }

    private SitePage page(String name) {
        return new SitePage(browser, site.page(name));
    }

    private static List<String> hrefs(SitePage page, String selector) {
        return page.list(
                "return [...document.querySelectorAll('" + selector + "')].map((link) => link.getAttribute('href'))");
    }

    private SitePage follow(String href) {
        String[] address = href.split("#", 2);
        SitePage list = page(address[0].replace(".html", ""));
        list.open(address[1]);
        return list;
    }
}
