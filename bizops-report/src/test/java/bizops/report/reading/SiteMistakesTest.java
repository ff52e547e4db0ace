package bizops.report.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All mistakes are told at once, with their lines, those of the folder, settings, targets and theme too. */
final class SiteMistakesTest {
    @TempDir
    Path folder;

    @Test
    void theExampleHasNone() {
        assertThat(ExampleSite.in(folder).mistakes()).isEmpty();
    }

    @Test
    void allAreToldAtOnceByFileAndLine() {
        ExampleSite site = ExampleSite.in(folder)
                .change("pages/index.md", "sort: -spend", "sort: -spent")
                .change("pages/index.md", "[spend, leads, wait]", "[spend, leads, wate]")
                .change("cubes/facts.sql", "every:", "evry:")
                .change("measures/cost.yml", "unit: days", "unit: hours")
                .change("targets.csv", "12\n", "twelve\n");

        assertThat(site.mistakes())
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly(
                        "cubes/facts.sql:5:",
                        "measures/cost.yml:24:",
                        "pages/index.md:13:",
                        "pages/index.md:24:",
                        "targets.csv:4:");
    }

    @ParameterizedTest
    @MethodSource("strayFiles")
    void isToldOfAFileThatNothingReads(String file, String expected) {
        assertThat(ExampleSite.in(folder).write(file, "x").mistakes()).containsExactly(file + expected);
    }

    static Stream<Arguments> strayFiles() {
        return Stream.of(
                arguments("site.yaml", ":1: has no meaning here, did you mean \"site.yml\"?"),
                arguments("measures.yml", ":1: has no meaning here; here lie site.yml, targets.csv, theme.css"),
                arguments(
                        "pages/About Us.md",
                        ":1: has no meaning here: a file of pages/ is named in lower case and ends in" + " .md"),
                arguments(
                        "cubes/x.txt",
                        ":1: has no meaning here: a file of cubes/ is named in lower case and ends in" + " .sql"));
    }

    @Test
    void isToldOfRowsThatNoTileListsUnlessTheirPageIsHidden() {
        String rows = "    formula: won\n    rows: people\n";
        ExampleSite site = ExampleSite.in(folder).change("measures/cost.yml", "    formula: won\n", rows);
        assertThat(site.mistakes()).isEmpty();
        site.change("pages/index.md", "drill: campaigns\n", "")
                .change("pages/index.md", "[campaigns](campaigns.html#by=channel)", "campaigns")
                .write("site.yml", "title: T\nhide: [campaigns]\n");
        assertThat(site.mistakes()).isEmpty();

        site.change("pages/campaigns.md", "rows: people\ndrill: index\n", "measures: [won]\n");
        assertThat(site.mistakes())
                .containsExactly("measures/cost.yml:33: measure \"won\": no tile lists \"people\":"
                        + " add one with \"rows: people\" to a page");
    }

    @Test
    void isToldOfAFolderWhoseNameIsMistyped() {
        assertThat(ExampleSite.in(folder).write("page/x.md", "x").mistakes())
                .containsExactly("page:1: has no meaning here, did you mean \"pages\"?");
    }

    @Test
    void isNotToldOfWhatOthersKeepInTheFolder() {
        ExampleSite site = ExampleSite.in(folder)
                .write("README.md", "x")
                .write(".git/config", "x")
                .write("pages/.index.md.swp", "x")
                .write("images/logo.svg", "x");

        assertThat(site.mistakes()).isEmpty();
    }

    @Test
    void isToldOfAFileInAnotherEncoding() {
        assertThat(ExampleSite.in(folder)
                        .write("site.yml", "title: Übersicht".getBytes(StandardCharsets.ISO_8859_1))
                        .mistakes())
                .containsExactly("site.yml:1: is not UTF-8");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void isToldOfASetting(String line, String expected) {
        assertThat(ExampleSite.in(folder).write("site.yml", "title: T\n" + line).mistakes())
                .containsExactly("site.yml:" + expected);
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                arguments(
                        "period: last_year",
                        "2: unknown period \"last_year\"; known: last_12_months, year_to_date, all"),
                arguments("grain: quater", "2: unknown grain \"quater\", did you mean \"quarter\"?"),
                arguments("titel: x", "2: unknown key \"titel\", did you mean \"title\"?"),
                arguments("hide: [campaign]", "2: unknown page \"campaign\", did you mean \"campaigns\"?"),
                arguments("hide: [index]", "2: \"index\" is the first page and cannot be hidden"),
                arguments("grain: [month]", "2: \"grain\" must be a text"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void isToldOfATarget(String line, String expected) {
        assertThat(ExampleSite.in(folder)
                        .write("targets.csv", "measure,month,value\n\"spend\",2026-01,1\n\n" + line + "\n")
                        .mistakes())
                .containsExactly("targets.csv:" + expected);
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                arguments("spent,2026-02,1", "4: unknown measure \"spent\", did you mean \"spend\"?"),
                arguments("spend,2026-02,1e3", "4: value \"1e3\" must be a number such as 1200.50"),
                arguments("spend,2026-13,1", "4: month \"2026-13\" must be one such as 2026-01, or empty"),
                arguments("spend,2026-02", "4: has 2 fields, not 3"),
                arguments("spend,2026-01,2", "4: a target of \"spend\" for this time stands in line 2 already"),
                arguments("spend,,2", "4: \"spend\" is a sum: its target needs a month"),
                arguments(
                        "cost_per_lead,2026-01,2",
                        "4: \"cost_per_lead\" does not add up over months: its target stands"
                                + " for any period, so leave the month out"),
                arguments(
                        "wait,2026-01,2",
                        "4: \"wait\" does not add up over months: its target stands for any period, so"
                                + " leave the month out"));
    }

    @Test
    void isToldOfLinksToAPageThatIsHidden() {
        assertThat(ExampleSite.in(folder).write("site.yml", "hide: [campaigns]").mistakes())
                .containsExactly(
                        "pages/index.md:7: link: page \"campaigns\" is hidden by site.yml",
                        "pages/index.md:27: tile \"Cost by channel\": page \"campaigns\" is hidden by site.yml");
    }

    @Test
    void balancesHaveTargetsForAnyPeriodAndFlowsForMonths() {
        ExampleSite site = ExampleSite.in(folder).write("measures/own.yml", """
                        measures:
                          balance: {title: Balance, unit: money, cube: facts, definition: x, formula: closing}
                          negative: {title: Negative, unit: money, cube: facts, definition: x, formula: 0 - 2 * spend / 3}
                        """).write("targets.csv", """
                        measure,month,value
                        balance,,1
                        negative,2026-01,-1
                        balance,2026-01,1
                        negative,,-1
                        """);

        assertThat(site.mistakes())
                .containsExactly(
                        "targets.csv:4: \"balance\" does not add up over months: its target stands for any period, so leave"
                                + " the month out",
                        "targets.csv:5: \"negative\" is a sum: its target needs a month");
    }

    @Test
    void isToldOfTargetsWithoutAHeader() {
        assertThat(ExampleSite.in(folder)
                        .write("targets.csv", "spend,2026-01,1\n")
                        .mistakes())
                .containsExactly("targets.csv:1: begins with a line measure,month,value");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("themes")
    void isToldOfATheme(String css, String expected) {
        assertThat(ExampleSite.in(folder)
                        .write("theme.css", ":root {\n" + css + "\n}\n")
                        .mistakes())
                .containsExactly("theme.css:" + expected);
    }

    static Stream<Arguments> themes() {
        String rules =
                "for a page loads nothing; known: @container, @keyframes, @layer, @media, @page, @property, @supports";
        return Stream.of(
                arguments("@import 'x.css';", "2: \"@import\" cannot be used, " + rules),
                arguments("/* */ @IMPORT 'x.css';", "2: \"@import\" cannot be used, " + rules),
                arguments("@font-face {}", "2: \"@font-face\" cannot be used, " + rules),
                arguments("a: b;\nbackground: url(x.png)", "3: \"url(\" cannot be used, for a page loads nothing"),
                arguments("background: URL( 'x.png' )", "2: \"url(\" cannot be used, for a page loads nothing"),
                arguments(
                        "background: image-set('x.png' 1x)",
                        "2: \"image-set(\" cannot be used, for a page loads" + " nothing"),
                arguments("background: u\\72l(x.png)", "2: an escape may stand in a text only"),
                arguments("content: '</style>'", "2: \"</\" must not stand in a style sheet"),
                arguments("/* <!-- */", "2: \"<!\" must not stand in a style sheet"),
                arguments("a {", "1: \"{\" is not closed"),
                arguments("} .a { } } b {", "2: \"}\" closes nothing"),
                arguments("--acent: red", "2: unknown variable \"--acent\", did you mean \"--accent\"?"),
                arguments("content: 'a", "2: the text is not closed by '"));
    }

    @Test
    void isToldOfACommentThatEatsTheRestOfATheme() {
        assertThat(ExampleSite.in(folder).write("theme.css", "a { }\n/* b { }").mistakes())
                .containsExactly("theme.css:2: the comment is not closed by */");
    }
}
