package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import bizops.report.drive.SitePage;
import bizops.report.reading.SiteReader;
import bizops.report.source.PageFile;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What people do with a page: filter, share, sort, download, go on and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SiteUseTest {
    private static final String PAGE = "acquisition";

    private BuiltSite site;
    private Browser browser;
    private SitePage page;

    @BeforeAll
    void build() throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        site = FullSite.get();
        browser = Browser.start();
        browser.resize(1440, 1000);
        page = new SitePage(browser, site.page(PAGE));
    }

    @BeforeEach
    void open() {
        page.open("");
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void controlsSetTheAddressAndBackAndResetUndo() {
        choose("filter-model", "linear");
        choose("filter-period", "2025-01..2025-12");
        choose("filter-grain", "quarter");

        assertThat(fragment()).isEqualTo("period=2025-01..2025-12&grain=quarter&model=linear");
        assertThat(rows("cost-per-lead-and-cac-by-month")).containsExactly("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4");

        browser.driver().navigate().back();
        page.await();
        assertThat(fragment()).isEqualTo("period=2025-01..2025-12&model=linear");
        assertThat(rows("cost-per-lead-and-cac-by-month")).hasSize(12);

        browser.driver().findElement(By.id("reset")).click();
        page.await();
        assertThat(fragment()).isEmpty();
    }

    @Test
    void aFilterOfManyHidesTheOthersAndItsChipBringsThemBack() {
        browser.driver().findElement(By.cssSelector("#filter-channel summary")).click();
        new WebDriverWait(browser.driver(), Duration.ofSeconds(30))
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector("#filter-channel input[value='Events']")))
                .click();
        page.await();

        assertThat(rows("cac-by-channel")).isNotEmpty().doesNotContain("Events");

        By chip = By.cssSelector("#chips button");
        assertThat(browser.driver().findElements(chip)).isNotEmpty();
        while (!browser.driver().findElements(chip).isEmpty()) {
            browser.driver().findElement(chip).click();
            page.await();
        }
        assertThat(rows("cac-by-channel")).contains("Events");
    }

    @Test
    void choosingNothingSaysSo() {
        page.open("channel=");

        assertThat(text("#table-cac-by-channel tbody")).startsWith("Nothing is chosen among channels");
    }

    @Test
    void aBrokenAddressFallsBackToTheDefault() {
        page.open("period=era&grain=week&model=nobody&basis=1&theme=pink&channel=%zz");

        assertThat(text("#selection")).contains("Model: First touch");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theChoiceGoesAlongToOtherPagesAndDrillsDown() {
        page.open("model=linear&channel=Events,~");
        browser.driver().findElement(By.linkText("Attribution")).click();
        page.await();
        assertThat(browser.driver().getCurrentUrl()).endsWith("attribution.html#model=linear&channel=Events,~");

        page.open("model=linear");
        WebElement link = browser.driver().findElement(By.cssSelector("#table-cac-by-channel tbody th a"));
        String channel = link.getText();
        link.click();
        page.await();
        assertThat(browser.driver().getCurrentUrl())
                .contains("acquisition.html#", "model=linear", "channel=" + channel.replace(" ", "%20"));
    }

    @Test
    void everyColumnSortsBothWaysByTheKeyboardWithGapsLast() {
        int columns = page.list(
                        "return [...document.querySelectorAll('#table-cac-by-channel thead button')].map(() => '')")
                .size();
        for (int column = 1; column < columns; column++) {
            press(column);
            List<String> once = column(column);
            String order = sorted(column);
            press(column);

            assertThat(order).isIn("ascending", "descending");
            assertThat(sorted(column)).isIn("ascending", "descending").isNotEqualTo(order);
            assertOrdered(once, order.equals("ascending"));
            assertOrdered(column(column), !order.equals("ascending"));
        }
    }

    @Test
    void everyTableDownloadsAsItStands() {
        for (PageFile each : SiteReader.read(FullSite.project()).pages()) {
            String name = each.name();
            SitePage other = new SitePage(browser, site.page(name));
            other.open("");
            assertThat(other.list(TABLES_WITHOUT_FILE)).as(name).isEmpty();
            for (String tile :
                    other.list("return [...document.querySelectorAll('[id^=csv-]')].map((b) => b.id.slice(4))")) {
                String file = other.list("""
                        let content = null;
                        const download = csv.download;
                        csv.download = (name, text) => (content = name + ":" + text);
                        document.getElementById("csv-" + arguments[0]).click();
                        csv.download = download;
                        return [content];
                        """.replace("arguments[0]", "'" + tile + "'"))
                        .get(0);

                assertThat(file).startsWith(tile + ".csv:\uFEFF").endsWith("\r\n");
                List<String> lines =
                        List.of(file.substring(0, file.length() - 2).split("\r\n", -1));
                List<String> shown = shownLines(other, tile);
                assertThat(lines.subList(1, Math.min(lines.size(), shown.size() + 1)))
                        .as(name + " " + tile)
                        .isEqualTo(shown);
            }
        }
    }

    private static final String TABLES_WITHOUT_FILE = """
            return [...document.querySelectorAll(".tile table, .tile .figures")]
              .map((each) => each.closest(".tile"))
              .filter((tile) => tile.querySelector("[id^=csv-]") === null && !tile.matches(".glossary"))
              .map((tile) => tile.id);
            """;

    @Test
    void aTextThatASpreadsheetWouldRunIsMadePlain() throws Exception {
        browser.run("document.getElementById('csv-campaigns').click()");

        assertThat(browser.downloaded("campaigns.csv")).contains("\"'=HYPERLINK(\"\"http://example.test\"\")\"");
    }

    @Test
    void rowsAreSearchedAndPaged() {
        SitePage organizations = new SitePage(browser, site.page("organizations"));
        organizations.open("");
        String table = "#table-all-organizations";
        assertThat(organizations.list(
                        "return [...document.querySelectorAll('" + table + " tbody tr')].map((r) => r.id)"))
                .hasSize(50);

        browser.run("document.querySelector('#tile-all-organizations .pager button:last-child').click()");
        assertThat(organizations.list(
                        "return [...document.querySelectorAll('" + table + " tbody tr')].map((r) => r.id)"))
                .hasSize(30);

        browser.driver()
                .findElement(By.cssSelector("#tile-all-organizations .search"))
                .sendKeys("<77>");
        assertThat(organizations.list(
                        "return [...document.querySelectorAll('" + table + " tbody th')].map((r) => r.textContent)"))
                .containsExactly("Organization performance <77>");
    }

    @Test
    void aDefinitionIsFoundByTheKeyboardAndATileLinksToItWithTheChoice() {
        page.open("model=linear");
        browser.run("document.querySelector('#tile-cac-by-channel .about').open = true");
        browser.driver()
                .findElement(By.cssSelector("#tile-cac-by-channel a[href*='#definition-cac']"))
                .sendKeys(Keys.ENTER);
        page.await();
        assertThat(browser.driver().getCurrentUrl()).endsWith("definitions.html#definition-cac&model=linear");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("definition-cac");
        assertThat(browser.run("return document.querySelector('nav a').getAttribute('href')"))
                .isEqualTo("index.html#model=linear");

        WebElement search = browser.driver().findElement(By.id("find"));
        search.sendKeys("median SAO");
        List<String> found = page.list(
                "return [...document.querySelectorAll('.group dl > div')].filter((d) => d.offsetParent).map((d) => d.textContent)");
        assertThat(found)
                .isNotEmpty()
                .hasSizeLessThan(20)
                .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT)).contains("median", "sao"));
        assertThat(text(".find [role=status]")).startsWith(found.size() + " of ");
        search.sendKeys(Keys.ESCAPE);
        assertThat(text(".find [role=status]")).endsWith(" measures");
    }

    @Test
    void everyControlHasANameAndTheKeyboardReachesIt() {
        assertThat(page.list("""
                return [...document.querySelectorAll("select, button, summary, input, [tabindex='0']")]
                  .filter((e) => e.tabIndex < 0
                    || !(e.ariaLabel || e.labels?.length || e.textContent.trim()))
                  .map((e) => e.outerHTML.slice(0, 100))
                """)).isEmpty();
        assertThat(page.list("""
                return [...document.querySelectorAll("main .tile table")]
                  .filter((t) => !t.caption || t.querySelectorAll("thead th:not([scope])").length)
                  .map((t) => t.id)
                """)).isEmpty();
    }

    @Test
    void whatAFilterDoesNotReachSaysSo() {
        SitePage overview = new SitePage(browser, site.page("index"));
        overview.open("period=2025-01..2025-03&channel=Events");

        assertThat(overview.list(
                        "return [...document.querySelectorAll('.unreached:not([hidden])')].map((p) => p.textContent)"))
                .anySatisfy(text -> assertThat(text).startsWith("Not filtered by: Channels"));
    }

    @Test
    void aPrintedPageIsLightAndSaysWhatIsChosen() {
        page.open("theme=dark&model=linear");
        browser.run("dispatchEvent(new Event('beforeprint'))");

        assertThat(browser.run("return document.documentElement.dataset.theme")).isEqualTo("light");
        assertThat(
                        page.list(
                                "return [...document.querySelectorAll('.chart:not([hidden])')].filter((c) => !c.querySelector('svg')).map((c) => c.id)"))
                .isEmpty();
        assertThat(text("#selection")).contains("Model: Linear");
        assertThat(page.list(CHARTS_NOT_OF_PAPER)).isEmpty();

        browser.run("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.run("return document.documentElement.dataset.theme")).isEqualTo("dark");
    }

    /** Charts wider than A4 within its margins, and bars that have not grown to their length yet. */
    private static final String CHARTS_NOT_OF_PAPER = """
            const tooWide = [...document.querySelectorAll(".chart:not([hidden]) svg")]
              .filter((svg) => ![686, 330].includes(Number(svg.getAttribute("width"))));
            const ink = getComputedStyle(document.documentElement).getPropertyValue("--series-1").trim();
            const area = (path) => path.getBBox().width * path.getBBox().height;
            const flat = [...document.querySelectorAll(".chart:not([hidden]) svg")].filter((svg) => {
              const bars = [...svg.querySelectorAll("path")].filter((path) => path.getAttribute("fill") === ink);
              return bars.length > 0 && bars.every((bar) => area(bar) === 0);
            });
            return [...tooWide, ...flat].map((svg) => svg.closest(".chart").id)
            """;

    @Test
    void whatIsNotFinishedIsHollowAndToldBelowTheChart() {
        SitePage every = new SitePage(browser, site.page("every"));
        every.open("");

        assertThat(every.list(
                        "return [...document.querySelectorAll('#tile-lines .unfinished')].map((p) => p.textContent)"))
                .containsExactly(
                        "Hollow points: not mature yet (2026-01 to 2026-03); to date (2026-03).",
                        "Hollow points: not mature yet (2026-01 to 2026-03); to date (2026-03).",
                        "Hollow bars: not mature yet (2026-01 to 2026-03); to date (2026-03).",
                        "Hollow bars: not mature yet (2026-01 to 2026-03); to date (2026-03).");
        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertThat(every.list("""
                const style = getComputedStyle(document.documentElement);
                const is = (path, name, color) => path.getAttribute(name) === style.getPropertyValue("--" + color).trim();
                return [...document.querySelectorAll("#chart-lines-0 svg path")]
                  .filter((path) => is(path, "fill", "surface") && is(path, "stroke", "series-1"))
                  .map((path) => path.outerHTML)
                """)).hasSize(3);
        browser.run("dispatchEvent(new Event('afterprint'))");
        every.open("period=2025-01..2025-06");
        assertThat(every.list(
                        "return [...document.querySelectorAll('.unfinished:not([hidden])')].map((p) => p.textContent)"))
                .isEmpty();
    }

    private void choose(String select, String value) {
        new Select(browser.driver().findElement(By.id(select))).selectByValue(value);
        page.await();
    }

    private void press(int column) {
        browser.driver()
                .findElements(By.cssSelector("#table-cac-by-channel thead button"))
                .get(column)
                .sendKeys(Keys.ENTER);
    }

    private String sorted(int column) {
        return String.valueOf(browser.run(
                "return document.querySelectorAll('#table-cac-by-channel thead th')[arguments[0]].ariaSort", column));
    }

    private List<String> column(int column) {
        return page.list("return [...document.querySelectorAll('#table-cac-by-channel tbody tr')].map((tr) => tr.cells["
                + column + "].firstChild.textContent)");
    }

    private List<String> rows(String tile) {
        return page.list("return [...document.querySelectorAll('#table-" + tile
                + " tbody tr[data-row]')].map((tr) => JSON.parse(tr.dataset.row)[0])");
    }

    private String fragment() {
        String fragment = URI.create(browser.driver().getCurrentUrl()).getRawFragment();
        return fragment == null ? "" : fragment;
    }

    private String text(String selector) {
        return String.valueOf(browser.run("return document.querySelector(arguments[0]).textContent", selector));
    }

    private static List<String> shownLines(SitePage page, String tile) {
        return page.list("""
                const quoted = (t) => (/[",\\r\\n]/.test(t) ? '"' + t.replaceAll('"', '""') + '"' : t);
                const plain = (t) => (/^[=+\\-@]/.test(t) ? "'" + t : t);
                const own = (c) => (c.matches("th") && c.querySelector("a") ? c.querySelector("a") : c.firstChild ?? c).textContent;
                document.getElementById("more-%1$s")?.click();
                const rows = document.querySelectorAll("#table-%1$s tr[data-row], #table-%1$s tfoot tr");
                return [...rows].map((tr) => [...tr.cells].map((c) => (c.classList.contains("number")
                    ? own(c).replace(/[,%%]/g, "").replace("–", "").replace("\u2212", "-") : quoted(plain(own(c))))).join(","));
                """.formatted(tile));
    }

    private static void assertOrdered(List<String> texts, boolean ascending) {
        List<Double> numbers = new ArrayList<>();
        boolean gap = false;
        for (String text : texts) {
            assertThat(gap && !text.equals("–"))
                    .as("a figure below a gap in " + texts)
                    .isFalse();
            gap = text.equals("–");
            if (!gap) {
                numbers.add((ascending ? 1 : -1)
                        * Double.parseDouble(text.replaceAll("[,%]", "").replace('\u2212', '-')));
            }
        }
        assertThat(numbers).isSorted();
    }
}
