package bizops.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.report.cube.Cells;
import bizops.report.cube.CubeData;
import bizops.report.cube.Dimension;
import bizops.report.cube.Marts;
import bizops.report.drive.Browser;
import bizops.report.drive.SitePage;
import bizops.report.source.CubeFile;
import bizops.report.source.PageFile;
import bizops.report.source.Place;
import bizops.report.source.PlainTiles;
import bizops.report.source.SiteFiles;
import bizops.report.source.Tile;
import bizops.report.view.Drawn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of very many rows: the page stays small, all rows are in a file, and the page says both. */
final class LongListTest {
    private static final int ALL = 120_000;
    private static final int BUDGET = 1_500_000;
    private static final Place HERE = new Place("pages/it.md", 3);

    @TempDir
    Path directory;

    @Test
    void hasItsFirstRowsInThePageAndAllInAFile() throws IOException {
        write(ALL);
        Document html = Jsoup.parse(directory.resolve("index.html"));

        assertThat(html.select("#data").get(0).data())
                .contains("\"rows\":100000,\"allRows\":120000,\"file\":\"deals.csv\"", "\"deal 99999\"")
                .doesNotContain("\"deal 100000\"");
        assertThat(html.select("#table-deals tbody tr")).hasSize(200);
        assertThat(html.select("#tile-deals .left-out").text())
                .isEqualTo("The first 200 of 120000 rows. All 120,000 rows stand in deals.csv.");
        assertThat(zipped(Files.readAllBytes(directory.resolve("index.html")))).isLessThan(BUDGET);
        List<String> lines = Files.readAllLines(directory.resolve("deals.csv"));
        assertThat(lines.size()).isEqualTo(ALL + 1);
        assertThat(lines.subList(0, 3))
                .containsExactly(
                        "\uFEFFDeal,Amount (EUR),Won", "'=deal 0,-1234.50,yes", "\"deal \"\"1\"\", new\",0.50,no");
        assertThat(lines.get(ALL)).isEqualTo("deal 119999,119998.50,no");
    }

    @Test
    void saysSoWhereItIsReadAndShowsAPageOfItAtATime() throws IOException {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        write(ALL);
        try (Browser browser = Browser.start()) {
            SitePage page =
                    new SitePage(browser, directory.resolve("index.html").toUri());
            page.open("");

            assertThat(page.list("return [document.querySelector('#tile-deals .long-list').textContent]"))
                    .containsExactly(
                            "Of 120,000 rows the first 100,000 are in this page; a figure that leads here may count"
                                    + " others too. All stand in deals.csv.");
            assertThat(page.list("return [document.querySelectorAll('#table-deals tbody tr').length]"))
                    .containsExactly("50");
            assertThat(page.figures()).containsEntry("deals / rows", "1–50 of 100,000");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aListThatAPageHoldsHasNoFileAndTheOneOfBeforeGoes() throws IOException {
        write(ALL);
        write(100_000);

        assertThat(directory.resolve("deals.csv")).doesNotExist();
        Document html = Jsoup.parse(directory.resolve("index.html"));
        assertThat(html.select("#data").get(0).data())
                .contains("\"deal 99999\"")
                .doesNotContain("allRows");
        assertThat(html.select("#tile-deals .left-out").text())
                .isEqualTo("The first 200 of 100000 rows; a script lists them all.");
    }

    private void write(int rows) throws IOException {
        Tile tile = PlainTiles.ofRows("Deals", "deals", HERE);
        CubeData deals = deals(rows);
        SiteFiles files = new SiteFiles(
                "Site",
                "all",
                "month",
                Map.of(),
                Map.of(),
                Map.of("deals", deals.file()),
                List.of(new PageFile("index", "Index", null, 1, null, List.of(tile), HERE)),
                List.of(),
                "");
        Marts drawn = new Drawn(11).marts();
        new Site(files, new Marts(drawn.build(), Map.of("deals", deals), Map.of()), "bizops-report 1.2")
                .write(directory);
    }

    private static CubeData deals(int rows) {
        CubeFile file = new CubeFile(
                "deals",
                "a deal",
                "select",
                List.of("channel"),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                null,
                Map.of("deal", "Deal", "amount", "Amount", "won", "Won"),
                Set.of("amount"),
                false,
                false,
                null,
                HERE);
        return new CubeData(
                file,
                rows,
                Map.of("channel", new Dimension(List.of("paid"), List.of("paid"), new int[rows], false)),
                Map.of(),
                Map.of(),
                null,
                List.of(
                        cells("deal", "Deal", Cells.Type.TEXT, rows, LongListTest::name),
                        cells("amount", "Amount", Cells.Type.NUMBER, rows, i -> i == 0 ? "-1234.50" : i - 1 + ".50"),
                        cells("won", "Won", Cells.Type.FLAG, rows, i -> String.valueOf(i % 2 == 0))),
                null);
    }

    private static String name(int i) {
        return i == 0 ? "=deal 0" : i == 1 ? "deal \"1\", new" : "deal " + i;
    }

    private static Cells cells(String name, String title, Cells.Type type, int rows, IntFunction<String> value) {
        return new Cells(
                name, title, type, IntStream.range(0, rows).mapToObj(value).toList());
    }

    private static int zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.size();
    }
}
