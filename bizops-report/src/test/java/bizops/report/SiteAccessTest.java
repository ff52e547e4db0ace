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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every page as axe-core judges it by WCAG 2.2 AA, contrast included; and what the keyboard and a screen reader need. */
final class SiteAccessTest {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    /** All rules in light; in dark those that look at colours, for nothing else differs. */
    private static final String JUDGE = """
            const done = arguments[arguments.length - 1];
            const all = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
            const ofColours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
            axe.run(document, { runOnly: arguments[0] ? ofColours : all, resultTypes: ["violations"] }).then((found) =>
              done(found.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 5).join(" | "))));
            """;

    /**
     * Controls and links without a name, beyond the Tab key or whose focus is not seen; tables without caption or scopes;
     * charts that tell a screen reader nothing, or that have no table in their tile.
     */
    private static final String NOT_FOR_EVERYBODY = """
            const reached = [...document.querySelectorAll("select, button, summary, input, a[href], .scroll")];
            const named = (e) => e.ariaLabel || e.labels?.length || e.textContent.trim();
            const hasRing = (e) => {
              e.focus({ preventScroll: true, focusVisible: true });
              const { outlineStyle, outlineWidth } = getComputedStyle(e);
              return document.activeElement !== e || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
            };
            const kinds = new Map(reached.map((e) => [e.tagName + "." + e.className + "." + e.parentElement.tagName, e]));
            return [
              ...reached.filter((e) => !e.disabled && (e.tabIndex < 0 || !named(e))),
              ...[...kinds.values()].filter((e) => !hasRing(e)),
              ...[...document.querySelectorAll(".tile table")]
                .filter((t) => !t.caption || t.querySelector("thead th:not([scope]), tbody th:not([scope])")),
              ...[...document.querySelectorAll(".chart:not([hidden])")]
                .filter((c) => c.role !== "img" || !c.ariaLabel || !c.closest(".tile").querySelector("table, .figures")),
            ].map((e) => e.outerHTML.slice(0, 140));
            """;

    /** Also a menu, beside which nothing may lie: what it covers would be taken for its neighbours. */
    private static final String OPEN_ALL = """
            document.querySelectorAll("details:not(.menu), .menu:first-of-type").forEach((each) => (each.open = true));
            document.getElementById("main").style.paddingTop = "600px";
            """;
    /** Rows of a table are alike but for their marks: some stand for all, as axe looks at each cell. */
    private static final String FEW_ROWS = """
            document.querySelectorAll(".tile").forEach((each) => (each.style.contentVisibility = "visible"));
            document.querySelectorAll("tbody").forEach((body) =>
              [...body.rows].filter((row, i) => i >= 8 && !row.querySelector(".mark")).forEach((row) => row.remove()));
            """;

    @Test
    void hasNoViolationOnAnyPageInLightAndDarkOnDeskAndPhone() throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        BuiltSite site = FullSite.get();
        String axe = axe();
        try (Browser browser = Browser.start()) {
            for (PageFile page : SiteReader.read(FullSite.project()).pages()) {
                SitePage shown = new SitePage(browser, site.page(page.name()));
                browser.resize(1440, 900);
                browser.preferDark(false);
                shown.open("channel=~&source=Event");
                browser.run(axe + OPEN_ALL);
                for (int width : List.of(1440, 360)) {
                    for (boolean dark : List.of(false, true)) {
                        browser.resize(width, 900);
                        browser.preferDark(dark);
                        shown.await();
                        browser.run(FEW_ROWS);

                        assertThat(browser.driver().executeAsyncScript(JUDGE, dark))
                                .as(page.name() + " at " + width + (dark ? " dark" : " light"))
                                .isEqualTo(List.of());
                    }
                }
                assertThat(shown.list(NOT_FOR_EVERYBODY)).as(page.name()).isEmpty();
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
