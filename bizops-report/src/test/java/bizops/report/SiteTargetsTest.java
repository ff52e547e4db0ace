package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.drive.Browser;
import bizops.report.drive.SitePage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Big numbers beside their targets and the period before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SiteTargetsTest {
    private Browser browser;
    private SitePage every;

    @BeforeAll
    void build() throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        BuiltSite site = FullSite.get();
        browser = Browser.start();
        browser.resize(1440, 1000);
        every = new SitePage(browser, site.page("every"));
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aTargetStandsBesideItsFigureAndIsMissingWhereAMonthsIs() {
        every.open("period=2025-01..2025-03");
        assertThat(targets())
                .containsExactly("every_number target 120", "every_share target 40.0%", "every_balance target 100");

        every.open("period=2024-07..2024-09");
        assertThat(targets()).containsExactly("every_share target 40.0%", "every_balance target 100");
    }

    @Test
    void whatIsWorseThanBeforeOrBehindItsTargetStandsInOneLine() {
        Set<String> said = new HashSet<>();
        for (String period : List.of("2024-10..2024-12", "2025-01..2025-03", "2025-07..2025-09", "2025-10..2025-12")) {
            every.open("period=" + period);
            List<String> worse = new ArrayList<>();
            List<String> behind = new ArrayList<>();
            for (String card : every.list(CARDS)) {
                String[] part = card.split("\\|", -1);
                boolean lower = Set.of("every_balance", "every_days").contains(part[0]);
                if (!part[3].isEmpty() && part[3].startsWith("\u2212") != lower) {
                    worse.add(part[1] + " (" + part[3] + ")");
                }
                if (!part[4].isEmpty()
                        && (lower ? number(part[2]) > number(part[4]) : number(part[2]) < number(part[4]))) {
                    behind.add(part[1] + " (" + part[5].replace(" of it", "") + ")");
                }
            }
            String expected = (worse.isEmpty() ? "" : "Worse than before: " + String.join(", ", worse) + ". ")
                    + (behind.isEmpty() ? "" : "Behind target: " + String.join(", ", behind) + ". ");

            assertThat(browser.run("return document.querySelector('#tile-against-targets .verdict').textContent"))
                    .as(period)
                    .isEqualTo(expected);
            said.addAll(worse.isEmpty() ? Set.of() : Set.of("worse"));
            said.addAll(behind.isEmpty() ? Set.of() : Set.of("behind"));
        }
        assertThat(said).containsExactlyInAnyOrder("worse", "behind");
    }

    /** Of each big number: its measure, title, figure, coloured change, target, and how much of that is reached. */
    private static final String CARDS = """
            const text = (one, part) => one.querySelector(part)?.textContent ?? "";
            return [...document.querySelectorAll("#tile-against-targets [data-measure]")].map((one) => [one.dataset.measure,
              one.querySelector("h3").firstChild.textContent, text(one, ".figure"),
              text(one, ":is(.better, .worse) .by"),
              text(one, ".target").replace("target ", "").split(", ")[0],
              text(one, ".target").split(", ")[1] ?? ""].join("|"))
            """;

    private static double number(String shown) {
        return Double.parseDouble(shown.replaceAll("[,%]", "").replace('\u2212', '-'));
    }

    private List<String> targets() {
        return every.list("""
                return [...document.querySelectorAll("#tile-against-targets [data-measure]:has(.target)")]
                  .map((one) => one.dataset.measure + " " + one.querySelector(".target").textContent.split(",")[0])
                """);
    }
}
