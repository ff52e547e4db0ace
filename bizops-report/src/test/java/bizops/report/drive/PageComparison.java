package bizops.report.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Holds every figure of a page to what SQL says of the marts, under any setting of the filters. */
public final class PageComparison {
    private final Browser browser;
    private final URI page;
    private final MartsOracle oracle;
    private int opened;

    /** @param schema of the marts, such as {@code marts} */
    public PageComparison(Browser browser, URI page, Connection connection, String schema)
            throws SQLException, IOException {
        this.browser = browser;
        this.page = page;
        this.oracle = new MartsOracle(connection, schema);
    }

    /** Compares all tables and tiles under the page's first setting and {@code count} random ones. */
    public void compareAll(int count, long seed) throws SQLException {
        compare(Selection.initial(oracle.defaultModel()));
        Selections selections = oracle.selections();
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            compare(selections.next(random));
        }
    }

    /** Compares all tables and tiles under one setting. */
    public void compare(Selection selection) throws SQLException {
        assertThat(shown(selection))
                .as("the page under " + selection)
                .isNotEmpty()
                .containsExactlyEntriesOf(oracle.figures(selection));
    }

    /** Every figure on the page under a setting, keyed as the oracle does. */
    public Map<String, String> shown(Selection selection) {
        // Each time another address: the page is read anew, and drawn once, not for the fragment and then again.
        browser.open(URI.create(page + "?" + ++opened + "#" + selection.fragment()));
        Map<String, String> figures = new TreeMap<>();
        Object read = browser.run("""
                const figures = {};
                document.querySelectorAll("tr[data-row] [data-measure]").forEach((cell) => {
                  const table = cell.closest("table").id.slice("table-".length);
                  figures[table + "/" + cell.parentElement.dataset.row + "/" + cell.dataset.measure] = cell.textContent;
                });
                document.querySelectorAll("[data-tile]").forEach((tile) => {
                  figures["tile/" + tile.dataset.tile] = tile.querySelector(".figure").textContent;
                });
                return figures;
                """);
        if (read instanceof Map<?, ?> cells) {
            cells.forEach((key, text) -> figures.put(String.valueOf(key), String.valueOf(text)));
        }
        return figures;
    }
}
