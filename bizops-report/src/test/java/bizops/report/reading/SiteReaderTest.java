package bizops.report.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.report.files.SourceFile;
import bizops.report.formula.Formula;
import bizops.report.formula.Formula.Operation;
import bizops.report.formula.Formula.Operator;
import bizops.report.source.Block;
import bizops.report.source.Chart;
import bizops.report.source.CubeFile;
import bizops.report.source.Measure;
import bizops.report.source.PageFile;
import bizops.report.source.Place;
import bizops.report.source.Reasons;
import bizops.report.source.SiteFiles;
import bizops.report.source.Sort;
import bizops.report.source.SumColumn;
import bizops.report.source.SumColumn.Months;
import bizops.report.source.Target;
import bizops.report.source.Tile;
import bizops.report.source.Unit;
import bizops.singer.error.ConfigException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsACubeWithTheLineOfItsQuery() {
        CubeFile cube = cube("facts");

        assertThat(cube.title()).isEqualTo("facts of a campaign in a month");
        assertThat(cube.dimensions()).containsExactly("month", "model", "campaign_id", "channel");
        assertThat(cube.labels()).isEqualTo(Map.of("campaign_id", "campaign_name"));
        assertThat(cube.every()).isEqualTo(Set.of("month", "model"));
        assertThat(cube.sums())
                .containsExactly(
                        new SumColumn("spend", true, Months.ALL),
                        new SumColumn("leads", false, Months.ALL),
                        new SumColumn("opening", false, Months.FIRST),
                        new SumColumn("closing", false, Months.LAST));
        assertThat(cube.immature()).isEqualTo("young");
        assertThat(cube.sql()).startsWith("select month").endsWith("using (campaign_id)");
        assertThat(cube.place()).isEqualTo(new Place("cubes/facts.sql", 11));
        assertThat(cube.isRows()).isFalse();
    }

    @Test
    void readsACubeOfRowsInTheOrderOfItsColumns() {
        CubeFile cube = cube("people");

        assertThat(cube.columns()).containsExactly(Map.entry("name", "Name"), Map.entry("email", "E-mail"));
        assertThat(cube.details()).isTrue();
        assertThat(cube.optional()).isTrue();
        assertThat(cube.isRows()).isTrue();
    }

    @Test
    void putsMeasuresIntoTheFormulasThatNameThem() {
        Measure measure = Objects.requireNonNull(site().measures().get("cost_per_lead"));

        assertThat(measure.formula())
                .isEqualTo(new Operation(
                        Operator.OVER,
                        new Formula.Sum("facts", "spend"),
                        new Formula.Sum("facts", "leads"),
                        "Leads is 0"));
        assertThat(measure.text()).isEqualTo("spend / leads");
        assertThat(measure.places()).isEqualTo(2);
        assertThat(measure.unit()).isEqualTo(Unit.MONEY);
        assertThat(measure.better()).isEqualTo(Measure.Better.LOWER);
        assertThat(measure.place()).isEqualTo(new Place("measures/cost.yml", 15));
    }

    @Test
    void saysWhyAFigureIsMissingWhereNobodyWroteIt() {
        assertThat(site().reasons())
                .containsEntry("spend", new Reasons("no spend is known", "spend is 0"))
                .containsEntry("leads", new Reasons("leads is unknown", "no leads"))
                .containsEntry("build.gross_margin", new Reasons("gross margin is unknown", "gross margin is 0"));
    }

    @Test
    void readsPagesInTheOrderOfTheNavigation() {
        List<PageFile> pages = site().pages();

        assertThat(pages).extracting(PageFile::name).containsExactly("index", "campaigns");
        assertThat(pages.get(0).summary()).isEqualTo("What it costs.");
        assertThat(pages.get(0).filters()).isNull();
        assertThat(pages.get(1).filters()).containsExactly("period", "grain", "model", "channel");
    }

    @Test
    void partsAPageIntoTextAndTiles() {
        List<Block> blocks = site().pages().get(0).blocks();

        assertThat(blocks).hasSize(5);
        assertThat(blocks.get(0))
                .isEqualTo(
                        new Block.Text(
                                "<p>All of it, see <a rel=\"nofollow\" href=\"campaigns.html#by=channel\">campaigns</a>.</p>\n"));
        assertThat(((Block.Text) blocks.get(2)).html()).startsWith("<table>");
    }

    @Test
    void headingsOfATextStandBelowThatOfThePage() {
        ExampleSite site = ExampleSite.in(folder)
                .change("pages/index.md", "All of it,", "# One\n\n### Two\n\nAll of it,")
                .change("pages/index.md", "note: Of *known* spend.", "note: '# Three'");

        PageFile page = site.read().pages().get(0);

        assertThat(((Block.Text) page.blocks().get(0)).html()).startsWith("<h2>One</h2>\n<h3>Two</h3>\n");
        assertThat(page.tiles().toList().get(1).note()).isEqualTo("<h3>Three</h3>\n");
    }

    @Test
    void htmlInATextIsShownAsWritten() {
        ExampleSite site = ExampleSite.in(folder)
                .change("pages/index.md", "All of it,", "<script>alert(1)</script> <b>All</b>,\n\n<div onclick=x>\n");

        assertThat(((Block.Text) site.read().pages().get(0).blocks().get(0)).html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;All&lt;/b&gt;", "&lt;div onclick=x&gt;")
                .doesNotContain("<script", "<b>", "<div");
    }

    @Test
    void readsATileWithAllItsParts() {
        Tile tile = site().pages().get(0).tiles().toList().get(1);

        assertThat(tile)
                .isEqualTo(new Tile(
                        "cost-by-channel",
                        "Cost by channel",
                        List.of("channel"),
                        null,
                        List.of("spend", "leads", "cost_per_lead"),
                        Tile.Show.TABLE,
                        new Sort("spend", true),
                        Map.of(),
                        true,
                        false,
                        Map.of(),
                        Set.of(),
                        List.of(new Chart(Chart.Kind.BAR, List.of("cost_per_lead"), 10, "Cost per lead")),
                        null,
                        "campaigns",
                        "<p>Of <em>known</em> spend.</p>\n",
                        false,
                        new Place("pages/index.md", 21)));
    }

    @Test
    void drawsAllMeasuresOfATileWhereAChartNamesNone() {
        Tile tile = site().pages().get(1).tiles().toList().get(0);

        assertThat(tile.charts()).containsExactly(new Chart(Chart.Kind.HEATMAP, List.of("spend"), null, "Spend"));
        assertThat(tile.where()).isEqualTo(Map.of("model", "linear"));
        assertThat(tile.ignore()).containsExactly("channel");
    }

    @Test
    void readsSettingsTargetsAndTheme() {
        SiteFiles site = site();

        assertThat(site.title()).isEqualTo("Example");
        assertThat(site.period()).isEqualTo("year_to_date");
        assertThat(site.grain()).isEqualTo("quarter");
        assertThat(site.targets())
                .containsExactly(
                        new Target("spend", YearMonth.of(2026, 1), new BigDecimal("1000")),
                        new Target("spend", YearMonth.of(2026, 2), new BigDecimal("1200.50")),
                        new Target("cost_per_lead", null, new BigDecimal("12")));
        assertThat(site.theme()).contains("--accent: #1f5f99;");
    }

    @Test
    void hasDefaultsForAllThatAFolderMayLack() {
        SiteFiles site = SiteReader.read(Map.of(), folder);

        assertThat(site.title()).isNotEmpty();
        assertThat(site.period()).isEqualTo("last_12_months");
        assertThat(site.grain()).isEqualTo("month");
        assertThat(site.pages()).isEmpty();
        assertThat(site.theme()).isEmpty();
    }

    @Test
    void readsFilesOfOtherSystemsAlike() {
        ExampleSite site = ExampleSite.in(folder);
        for (String file : List.of("pages/index.md", "cubes/facts.sql", "measures/cost.yml", "targets.csv")) {
            site.write(file, "\uFEFF" + site.text(file).replace("\n", "\r\n"));
        }

        assertThat(site.mistakes()).isEmpty();
        assertThat(cubeOf(site.read(), "facts").sql()).doesNotContain("\r");
    }

    @Test
    void putsAUsersFileInThePlaceOfTheProgramsOfThatName() {
        SourceFile own = new SourceFile("built-in/pages/index.md", true, "---\ntitle: Built in\n---\n");
        ExampleSite.in(folder);

        SiteFiles site = SiteReader.read(Map.of("pages/index.md", own), folder);

        assertThat(site.pages()).extracting(PageFile::title).containsExactly("Overview", "Campaigns");
    }

    @Test
    void putsAUsersMeasureInThePlaceOfTheProgramsOfThatName() {
        SourceFile own = new SourceFile("built-in/measures/all.yml", true, """
                measures:
                  spend: {title: Built in, unit: count, formula: 1, definition: one}
                  other: {title: Other, unit: count, formula: spend, definition: one}
                """);
        ExampleSite.in(folder);

        SiteFiles site = SiteReader.read(Map.of("measures/all.yml", own), folder);

        assertThat(site.measures().get("spend")).extracting(Measure::title).isEqualTo("Spend");
        assertThat(site.measures().get("other"))
                .extracting(Measure::formula)
                .isEqualTo(new Formula.Sum("facts", "spend"));
    }

    @Test
    void aHiddenPageOfTheProgramsIsLeftOutWithAllThatLedThere() {
        Map<String, SourceFile> own = Map.of(
                "pages/start.md", new SourceFile("built-in/pages/start.md", true, """
                        ---
                        title: Start
                        ---
                        See [*the* end](end.html#by=channel) and [start](start.html).

                        ```tile
                        title: Spend
                        by: [channel]
                        measures: [spend]
                        drill: end
                        ```
                        """),
                "pages/end.md", new SourceFile("built-in/pages/end.md", true, "---\ntitle: End\n---\n"));
        ExampleSite.in(folder).write("site.yml", "hide: [end]");

        SiteFiles site = SiteReader.read(own, folder);

        assertThat(site.pages()).extracting(PageFile::name).containsExactly("index", "campaigns", "start");
        PageFile start = site.pages().get(2);
        assertThat(((Block.Text) start.blocks().get(0)).html())
                .startsWith("<p>See <em>the</em> end and <a ")
                .doesNotContain("end.html");
        assertThat(start.tiles()).extracting(Tile::drill).containsOnlyNulls();
    }

    @Test
    void namesTheProgramsFileThatAUsersTookSomethingFrom() {
        SourceFile own = new SourceFile("built-in/pages/own.md", true, """
                ---
                title: Own
                ---
                ```tile
                title: Spend
                measures: [spend, roi]
                ```
                """);
        ExampleSite.in(folder);

        assertThatThrownBy(() -> SiteReader.read(Map.of("pages/own.md", own), folder))
                .isInstanceOf(ConfigException.class)
                .hasMessage("built-in/pages/own.md:6: tile \"Spend\": unknown measure \"roi\"; known: spend, leads,"
                        + " cost_per_lead, wait, won");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> SiteReader.read(folder.resolve("none")))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("none: no such folder");
    }

    private SiteFiles site() {
        return ExampleSite.in(folder).read();
    }

    private CubeFile cube(String name) {
        return cubeOf(site(), name);
    }

    private static CubeFile cubeOf(SiteFiles site, String name) {
        CubeFile cube = site.cubes().get(name);
        return Objects.requireNonNull(cube);
    }
}
