package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What people do with the page: filter, sort, download, go back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PageUseTest {
    private static final List<String> TABLES =
            List.of("channels", "campaigns", "months", "sao-sources", "conversion-days", "conversion-channels");

    private BuiltPage page;
    private Browser browser;

    @BeforeAll
    void build(@TempDir Path directory) throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        page = BuiltPage.from("invented-marts.sql", directory);
        browser = Browser.start();
        browser.resize(1440, 1000);
    }

    @BeforeEach
    void open() {
        browser.open(java.net.URI.create("about:blank"));
        browser.open(page.file().toUri());
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyTableDownloadsAsItStands() throws Exception {
        for (String table : TABLES) {
            browser.run("document.getElementById('csv-" + table + "').click()");
            String file = browser.downloaded(table + ".csv");

            assertThat(file).startsWith("\uFEFF").endsWith("\r\n");
            assertThat(file.substring(1).split("\r\n", -1))
                    .as(table)
                    .hasSizeGreaterThan(3)
                    .satisfies(lines -> assertThat(List.of(lines).subList(1, lines.length - 1))
                            .isEqualTo(shownLines(table)));
        }
    }

    @Test
    void everyColumnSortsBothWaysWithGapsLast() {
        for (String table : TABLES) {
            List<String> before = column(table, 0);
            for (Object name : list("return [...document.querySelectorAll('#table-" + table
                    + " thead th')].map((th) => th.dataset.column)")) {
                String button = "document.querySelector('#table-" + table + " [data-column=\"" + name + "\"] button')";
                browser.run(button + ".click()");
                List<String> once = column(table, 0);
                List<String> first = values(table, name);
                String order = String.valueOf(browser.run("return " + button + ".parentElement.ariaSort"));
                browser.run(button + ".click()");

                assertThat(once).as(table + " by " + name).containsExactlyInAnyOrderElementsOf(before);
                assertThat(order).isIn("ascending", "descending");
                assertThat(browser.run("return " + button + ".parentElement.ariaSort"))
                        .isIn("ascending", "descending")
                        .isNotEqualTo(order);
                if (!String.valueOf(name).startsWith("label-")) {
                    assertOrdered(first, order.equals("ascending"));
                    assertOrdered(values(table, name), order.equals("descending"));
                }
            }
        }
    }

    @Test
    void controlsSetTheAddressAndBackAndResetUndo() {
        new Select(browser.driver().findElement(By.id("period"))).selectByValue("quarter");
        awaitSelection("Period: 2026-Q1. Basis: calendar. Model: first. Channels: all channels.");
        new Select(browser.driver().findElement(By.id("from"))).selectByValue("2025-Q3");
        awaitSelection("Period: 2025-Q3 to 2026-Q1. Basis: calendar. Model: first. Channels: all channels.");
        new Select(browser.driver().findElement(By.id("model"))).selectByValue("linear");

        awaitSelection("Period: 2025-Q3 to 2026-Q1. Basis: calendar. Model: linear. Channels: all channels.");
        assertThat(browser.driver().getCurrentUrl()).contains("period=quarter", "from=2025-Q3", "model=linear");
        assertThat(column("months", 0))
                .containsExactly(
                        "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02",
                        "2026-03");

        browser.driver().navigate().back();
        awaitSelection("Period: 2025-Q3 to 2026-Q1. Basis: calendar. Model: first. Channels: all channels.");

        browser.driver().findElement(By.id("reset")).click();
        awaitSelection("Period: all time. Basis: calendar. Model: first. Channels: all channels.");
    }

    @Test
    void aBrokenAddressFallsBackToTheFirstSetting() {
        browser.open(java.net.URI.create(page.file().toUri() + "#period=era&from=x&model=nobody&basis=1&theme=pink"));

        assertThat(selection()).isEqualTo("Period: all time. Basis: calendar. Model: first. Channels: all channels.");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyControlHasANameAndTheKeyboardReachesIt() {
        assertThat(list("""
                return [...document.querySelectorAll("select, button, summary, input, [tabindex='0']")]
                  .filter((e) => e.tabIndex < 0
                    || !(e.ariaLabel || e.labels?.length || e.textContent.trim()))
                  .map((e) => e.outerHTML.slice(0, 100))
                """)).isEmpty();
        assertThat(list("""
                return [...document.querySelectorAll("table")]
                  .filter((t) => !t.caption || t.querySelectorAll("thead th:not([scope=col])").length)
                  .map((t) => t.id)
                """)).isEmpty();
    }

    /** The page answers a change of its address after the browser has told it, a moment later. */
    private void awaitSelection(String words) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(30))
                .until(ExpectedConditions.textToBe(By.id("selection"), words));
    }

    private String selection() {
        return String.valueOf(browser.run("return document.getElementById('selection').textContent"));
    }

    private List<String> shownLines(String table) {
        return list("""
                const quoted = (t) => (/[",]/.test(t) ? '"' + t.replaceAll('"', '""') + '"' : t);
                const plain = (t) => (/^[=+\\-@]/.test(t) ? "'" + t : t);
                return [...document.querySelectorAll("#table-%s tr[data-row]")].map((tr) => [...tr.cells]
                  .map((c) => (c.classList.contains("number")
                    ? c.textContent.replace(/[,%%]/g, "").replace("–", "") : quoted(plain(c.textContent))))
                  .join(","));
                """.formatted(table));
    }

    private List<String> column(String table, int cell) {
        return list("return [...document.querySelectorAll('#table-" + table + " tbody tr')].map((tr) => tr.cells["
                + cell + "].textContent)");
    }

    private List<String> values(String table, Object measure) {
        return list("return [...document.querySelectorAll('#table-" + table + " tbody [data-measure=\"" + measure
                + "\"]')].map((td) => td.textContent)");
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
                numbers.add((ascending ? 1 : -1) * Double.parseDouble(text.replaceAll("[,%]", "")));
            }
        }
        assertThat(numbers).isSorted();
    }

    private List<String> list(String script) {
        return browser.run(script) instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }
}
