package bizops.report.drive;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A page of a site in a browser: opens it under a setting, and reads its figures. Owned by one thread. */
public final class SitePage {
    private static final String READ = """
            const figures = {};
            document.querySelectorAll("button[id^='more-']:not([hidden])").forEach((button) => button.click());
            const own = (place) => place.firstChild === null ? "" : place.firstChild.textContent;
            document.querySelectorAll("td[data-measure]").forEach((cell) => {
              const line = cell.parentElement.dataset.row;
              const keys = line === undefined ? "total" : JSON.parse(line).map((key) => key ?? "~").join("|");
              const tile = cell.closest("table").id.slice("table-".length);
              const across = cell.dataset.across === undefined ? "" : cell.dataset.across;
              figures[[tile, keys, across, cell.dataset.measure].join(" / ")] = own(cell);
            });
            document.querySelectorAll("li[data-measure]").forEach((number) => {
              const place = number.closest(".tile").id.slice("tile-".length) + " / " + number.dataset.measure;
              figures[place] = own(number.querySelector(".figure"));
              const change = number.querySelector(".change .by");
              if (change !== null) figures[place + " / change"] = change.textContent;
              const target = number.querySelector(".target");
              if (target !== null) figures[place + " / target"] = own(target);
            });
            document.querySelectorAll("tbody [data-column]").forEach((cell) => {
              const tile = cell.closest("table").id.slice("table-".length);
              const row = "row " + cell.parentElement.sectionRowIndex;
              figures[[tile, row, cell.dataset.column].join(" / ")] = cell.textContent;
            });
            document.querySelectorAll(".pager:not([hidden]) [role=status]").forEach((count) => {
              figures[count.closest(".tile").id.slice("tile-".length) + " / rows"] = count.textContent;
            });
            return figures;
            """;

    private final Browser browser;
    private final URI page;
    private int opened;

    public SitePage(Browser browser, URI page) {
        this.browser = browser;
        this.page = page;
    }

    /** Opens the page under a setting and waits until all of it stands. */
    public void open(String fragment) {
        // Each time another address: the page is read anew, and drawn once, not for the fragment and then again.
        browser.driver().get(page + "?" + ++opened + "#" + fragment);
        await();
    }

    /** Waits until the page shows what its address says. */
    public void await() {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(60), Duration.ofMillis(20))
                .until(driver -> Boolean.TRUE.equals(browser.run("""
                        return typeof choice === "object"
                          && document.documentElement.dataset.shown === choice.fragment(choice.read());
                        """)));
    }

    /**
     * Every figure on the page, by tile, keys of its row, key of its column and measure; and the texts of listed rows, by
     * tile, place of the row and column.
     */
    public Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        if (browser.run(READ) instanceof Map<?, ?> cells) {
            cells.forEach((key, text) -> figures.put(String.valueOf(key), String.valueOf(text)));
        }
        return figures;
    }

    /** The tiles that list rows which were not read, as those about persons without details. */
    List<String> unread() {
        return list("""
                return data.tiles
                  .filter(({ rows }) => rows !== null && data.cubes[rows].missing !== null)
                  .map(({ id }) => id);
                """);
    }

    /** What can be chosen on the page. */
    public Offer offer() {
        return Offer.of(browser.run("""
                const data = JSON.parse(document.getElementById("data").textContent);
                return {
                  months: data.months,
                  hasPeriod: data.hasPeriod,
                  filters: data.filters.map((filter) => ({
                    key: filter.key,
                    many: filter.many,
                    keys: filter.values.map((value) => value.key),
                  })),
                };
                """));
    }

    /** Texts that a script lists. */
    public List<String> list(String script) {
        return browser.run(script) instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }
}
