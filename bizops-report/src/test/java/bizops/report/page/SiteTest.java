package bizops.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.cube.BuildInfo;
import bizops.report.cube.Cells;
import bizops.report.cube.CubeData;
import bizops.report.cube.HandMade;
import bizops.report.cube.Marts;
import bizops.report.source.Block;
import bizops.report.source.CubeFile;
import bizops.report.source.PageFile;
import bizops.report.source.Place;
import bizops.report.source.SiteFiles;
import bizops.report.source.Tile;
import bizops.report.view.Drawn;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pages as they stand in their files, before any script has run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SiteTest {
    private static final Place HERE = new Place("pages/it.md", 3);
    private static final String THEME = ":root { --accent: #123456; } /* </style><script>alert(2)</script> */";

    private Path directory;

    @BeforeAll
    void build(@TempDir Path folder) throws IOException {
        directory = folder;
        new Site(files(), marts(), "bizops-report 1.2").write(folder);
    }

    private static SiteFiles files() {
        SiteFiles drawn = new Drawn(7).site(25);
        List<Block> blocks = new ArrayList<>(drawn.pages().get(0).blocks());
        blocks.add(0, new Block.Text("<p>Some <em>prose</em></p>"));
        PageFile figures = new PageFile("index", "All <figures>", "At a glance", 1, null, blocks, HERE);
        PageFile words = new PageFile(
                "words",
                "Words",
                null,
                2,
                null,
                List.of(tile("list", "list", false), tile("meanings", null, true)),
                HERE);
        PageFile persons =
                new PageFile("persons", "Persons", null, 3, null, List.of(tile("them", "persons", false)), HERE);
        return new SiteFiles(
                "A & B",
                "last_12_months",
                "quarter",
                drawn.measures(),
                drawn.reasons(),
                drawn.cubes(),
                List.of(figures, words, persons),
                drawn.targets(),
                THEME);
    }

    private static Tile tile(String id, @Nullable String rows, boolean definitions) {
        return new Tile(
                id,
                "The " + id,
                List.of(),
                null,
                List.of(),
                Tile.Show.TABLE,
                null,
                Map.of(),
                true,
                false,
                Map.of(),
                Set.of(),
                List.of(),
                rows,
                rows == null ? null : "persons",
                "<p>a note</p>",
                definitions,
                HERE);
    }

    private static Marts marts() {
        Marts drawn = new Drawn(11).marts();
        Map<String, CubeData> cubes = new LinkedHashMap<>(drawn.cubes());
        cubes.put("list", list("list", false, null));
        cubes.put("persons", list("persons", true, "left out"));
        BuildInfo build = drawn.build();
        return new Marts(build, cubes, drawn.comments());
    }

    private static CubeData list(String name, boolean details, @Nullable String missing) {
        CubeFile made = HandMade.file(name, List.of(), Set.of(), List.of(), List.of());
        CubeFile file = new CubeFile(
                name,
                "a list",
                "select",
                List.of(),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                null,
                Map.of("title", "Title", "amount", "Amount"),
                Set.of("amount"),
                details,
                false,
                null,
                made.place());
        List<String> texts = IntStream.range(0, 450).mapToObj(i -> "<i>" + i).toList();
        List<String> numbers =
                IntStream.range(0, 450).mapToObj(i -> "-1234567.50").toList();
        return new CubeData(
                file,
                450,
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                List.of(
                        new Cells("title", "Title", Cells.Type.TEXT, texts),
                        new Cells("amount", "Amount", Cells.Type.NUMBER, numbers)),
                missing);
    }

    @Test
    void loadsNothingAndRunsOnlyWhatItsPolicyNames() throws Exception {
        Document html = page("index");

        assertThat(html.select("[src], link:not([href='data:,']), iframe, object, a[href^=http], [style], [onclick]"))
                .isEmpty();
        assertThat(html.select("b, figures, i")).as("no name became markup").isEmpty();
        assertThat(html.select("script")).hasSize(2);
        String policy = html.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).startsWith("default-src 'none'; script-src 'sha256-").doesNotContain("unsafe");
        for (Element inline : html.select("style, script:not([type])")) {
            assertThat(policy).contains(hash(inline.data()));
        }
        assertThat(html.select("style").get(1).data()).startsWith(":root { --accent: #123456; }");
        assertThat(html.select("script:not([type])"))
                .as("no chart, so no chart library")
                .hasSize(1);
    }

    @Test
    void linksEveryPageAndSaysWhichIsOpen() throws IOException {
        Document html = page("words");

        assertThat(html.select("nav a").eachAttr("href")).containsExactly("index.html", "words.html");
        assertThat(html.select("nav a[aria-current=page]").text()).isEqualTo("Words");
        assertThat(html.select(".brand a").text()).isEqualTo("A & B");
        assertThat(html.select("time").attr("datetime")).isEqualTo("2026-02-14");
        assertThat(html.select("h1, h2").eachText()).containsExactly("Words", "The list", "The meanings");
        assertThat(html.select("main#main, header, nav[aria-label], footer, a.skip[href=#main]"))
                .hasSizeGreaterThan(4);
    }

    @Test
    void aPageOfNothingButPersonsIsLeftOutWithTheLinksToIt() throws IOException {
        assertThat(directory.resolve("persons.html")).doesNotExist();
        assertThat(page("words").select("a[href^=persons]")).isEmpty();
    }

    @Test
    void listsTheFirstRowsAndSaysHowManyThereAre() throws IOException {
        Document html = page("words");

        assertThat(html.select("#table-list tbody tr")).hasSize(200);
        assertThat(html.select("#table-list tr[data-row=3] th").text()).isEqualTo("<i>3");
        assertThat(html.select("#table-list tr[data-row=3] td[data-column=amount]")
                        .text())
                .isEqualTo("\u22121,234,567.50");
        assertThat(html.select("#tile-list .left-out").text()).contains("200 of 450");
    }

    @Test
    void explainsEveryMeasure() throws IOException {
        Document html = page("words");

        assertThat(html.select("#definition-spend dd").eachText())
                .as("a sum of the same name is no formula to show")
                .startsWith("money that was spent")
                .noneMatch(text -> text.contains("="));
        assertThat(html.select("#definition-half dd").eachText()).contains("what half is", "half = won / 2");
        assertThat(html.select("#tile-meanings dt")).hasSize(files().measures().size());
    }

    @Test
    void groupsMeasuresByTheFirstPageThatShowsThemAndLinksBothWays() throws IOException {
        Document html = page("words");

        assertThat(html.select(".group h3").eachText()).containsExactly("All <figures>");
        assertThat(html.select(".groups a").eachAttr("href")).containsExactly("#definitions-index");
        assertThat(html.select(".group:has(#definitions-index) #definition-spend .shown-on a")
                        .eachAttr("href"))
                .containsExactly("index.html");
        assertThat(page("index").select(".about a[href='words.html#definition-spend']"))
                .isNotEmpty();
    }

    @Test
    void saysWhyAFigureIsMissingWhereItIs() throws IOException {
        List<Element> gaps = page("index").select("td[data-measure][title]");

        assertThat(gaps).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.ownText()).isEqualTo("–");
            assertThat(gap.select("span.visually-hidden").text()).isEqualTo(gap.attr("title"));
        });
        assertThat(page("index").select("td[data-measure]").eachText())
                .filteredOn(figure -> figure.equals("–"))
                .as("no dash without its reason")
                .isEmpty();
    }

    @Test
    void saysWhatIsChosenBeforeAnyoneChooses() throws IOException {
        assertThat(page("index").select("#selection").text())
                .isEqualTo("Period: 2025-03 to 2026-02. Model: first. Channels: all.");
        assertThat(page("index").select("noscript .notice")).hasSize(1);
    }

    @Test
    void holdsTheDataOfItsOwnCubesAlone() throws IOException {
        String json = page("words").select("#data").get(0).data();
        Set<String> cubes = new LinkedHashSet<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if ("rows".equals(parser.currentName()) && parser.currentToken().isNumeric()) {
                    cubes.add(parser.getParsingContext().getParent().getCurrentName());
                }
            }
        }

        assertThat(cubes).containsExactly("list");
        assertThat(json).doesNotContain("<");
    }

    private Document page(String name) throws IOException {
        return Jsoup.parse(directory.resolve(name + ".html"));
    }

    private static String hash(String text) throws Exception {
        return "'sha256-"
                + Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                + "'";
    }
}
