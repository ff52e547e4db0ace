package bizops.report.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in a page is told once, with its line. */
final class PageMistakesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1}")
    @MethodSource("tiles")
    void isToldOfATile(String words, String others, String expected) {
        assertThat(ExampleSite.in(folder)
                        .change("pages/index.md", words, others)
                        .mistakes())
                .containsExactly("pages/index.md:" + expected);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("otherTiles")
    void isToldOfAnotherTile(String words, String others, String expected) {
        assertThat(ExampleSite.in(folder)
                        .change("pages/campaigns.md", words, others)
                        .mistakes())
                .containsExactly("pages/campaigns.md:" + expected);
    }

    static Stream<Arguments> tiles() {
        return Stream.of(
                arguments(
                        "---\ntitle: Overview",
                        "title: Overview",
                        "1: a page begins with its title between two lines" + " of ---"),
                arguments("title: Overview\n", "", "2: \"title\" is missing"),
                arguments("order: 10", "order: first", "3: \"order\" must be a whole number from 0 to 1000000"),
                arguments("order: 10", "oder: 10", "3: unknown key \"oder\", did you mean \"order\"?"),
                arguments("order: 10", "filters: [chanel]", "3: unknown filter \"chanel\", did you mean \"channel\"?"),
                arguments(
                        "order: 10",
                        "filters: [owner]",
                        "3: filter \"owner\" reaches nothing: no cube of the page has the dimension \"owner_id\""),
                arguments(
                        "campaigns.html",
                        "campaign.html",
                        "7: link: unknown page \"campaign\", did you mean" + " \"campaigns\"?"),
                arguments(
                        "campaigns.html",
                        "javascript:x",
                        "7: a link may lead to http:, https:, a file beside the page"
                                + " or #, not to \"javascript:x#by=channel\""),
                arguments(
                        "| 1 | 2 |",
                        "| ![x](x.png) | 2 |",
                        "18: an image cannot be shown, for a page loads nothing;" + " link to it instead"),
                arguments("title: At a glance\n", "", "10: tile: \"title\" is missing"),
                arguments("At a glance", "…", "10: tile \"…\": the title needs a letter or digit"),
                arguments(
                        "title: At a glance",
                        "title: Cost by: channel",
                        "10: is not YAML: mapping values are not allowed here; put a text that holds \": \" in quotes, and indent keys alike"),
                arguments(
                        "At a glance",
                        "cost by channel",
                        "21: tile \"Cost by channel\": a tile of this title stands in" + " line 10 already"),
                arguments(
                        "show: figures",
                        "show: figure",
                        "11: tile \"At a glance\": unknown show \"figure\", did you" + " mean \"figures\"?"),
                arguments(
                        "show: figures",
                        "show: figures\nby: [month]",
                        "12: tile \"At a glance\": \"show: figures\" has" + " one row: leave \"by\" out"),
                arguments(
                        "show: figures",
                        "show: figures\ncharts: [{kind: bar, measures: [spend]}]",
                        "12: tile \"At a glance\": \"show:"
                                + " figures\" has no table that a chart could be drawn from"),
                arguments("show: figures\n", "", "11: tile \"At a glance\": \"compare\" needs \"show: figures\""),
                arguments(
                        "measures: [spend, leads, wait]",
                        "measures: [spend, leeds, wait]",
                        "13: tile \"At a glance\":" + " unknown measure \"leeds\", did you mean \"leads\"?"),
                arguments(
                        "measures: [spend, leads, wait]",
                        "measures: [spend, leads, spend]",
                        "13: tile \"At a glance\":" + " measure \"spend\" stands there twice"),
                arguments(
                        "measures: [spend, leads, wait]",
                        "measures: []",
                        "13: tile \"At a glance\": \"measures\" are" + " missing"),
                arguments(
                        "measures: [spend, leads, wait]\n```",
                        "measures: [spend, leads, wait]\n~~~",
                        "9: the tile is" + " not closed by ```"),
                arguments(
                        "by: [channel]",
                        "by: [chanel]",
                        "22: tile \"Cost by channel\": unknown dimension \"chanel\", did" + " you mean \"channel\"?"),
                arguments(
                        "by: [channel]",
                        "by: [channel, channel]",
                        "22: tile \"Cost by channel\": \"channel\" stands" + " there twice"),
                arguments(
                        "by: [channel]",
                        "by: channel",
                        "22: tile \"Cost by channel\": \"by\" must be a list, such as" + " [channel]"),
                arguments(
                        "[spend, leads, cost_per_lead]",
                        "[spend, leads, cost_per_lead, won]",
                        "22: tile \"Cost by"
                                + " channel\": measure \"won\" cannot be shown by \"channel\": cube \"deals\" has no dimension"
                                + " \"channel\""),
                arguments(
                        "sort: -spend",
                        "sort: -won",
                        "24: tile \"Cost by channel\": unknown measure of the tile \"won\";"
                                + " known: spend, leads, cost_per_lead"),
                arguments(
                        "sort: -spend",
                        "buckets: {channel: [7, 7]}",
                        "24: tile \"Cost by channel\": buckets must rise:" + " 7 stands behind 7"),
                arguments(
                        "sort: -spend",
                        "buckets: {days: [7, 14]}",
                        "24: tile \"Cost by channel\": unknown dimension of" + " the tile \"days\"; known: channel"),
                arguments(
                        "sort: -spend",
                        "buckets: {channel: [x]}",
                        "24: tile \"Cost by channel\": \"x\" must be a whole" + " number from 0 to 1000000"),
                arguments(
                        "sort: -spend",
                        "where: {models: linear}",
                        "24: tile \"Cost by channel\": unknown filter" + " \"models\", did you mean \"model\"?"),
                arguments(
                        "sort: -spend",
                        "where: {source: Web}",
                        "24: tile \"Cost by channel\": \"where\" cannot fix"
                                + " \"source\": cube \"facts\" has no dimension \"lead_source\""),
                arguments(
                        "sort: -spend",
                        "where: {period: all}",
                        "24: tile \"Cost by channel\": \"where\" cannot fix the"
                                + " period; \"ignore: [period]\" shows all time"),
                arguments(
                        "sort: -spend",
                        "ignore: [modl]",
                        "24: tile \"Cost by channel\": unknown filter \"modl\", did you" + " mean \"model\"?"),
                arguments("sort: -spend", "total: no", "24: tile \"Cost by channel\": \"total\" must be true or false"),
                arguments(
                        "sort: -spend",
                        "show: none\nsort: {}",
                        "25: tile \"Cost by channel\": \"sort\" must be a text"),
                arguments(
                        "kind: bar",
                        "kind: pie",
                        "26: tile \"Cost by channel\": unknown kind \"pie\"; known: bar, line,"
                                + " stacked, waterfall, heatmap, funnel"),
                arguments("kind: bar, ", "", "26: tile \"Cost by channel\": \"kind\" is missing"),
                arguments("kind: bar", "kind: heatmap", "26: tile \"Cost by channel\": a heatmap needs \"across\""),
                arguments(
                        "measures: [cost_per_lead]",
                        "measures: [leads, spend]",
                        "26: tile \"Cost by channel\": a chart of kind bar has one axis: it cannot draw money, count"
                                + " together"),
                arguments(
                        "kind: bar",
                        "kind: waterfall",
                        "26: tile \"Cost by channel\": a waterfall needs at least 3" + " measures"),
                arguments(
                        "kind: bar",
                        "kind: funnel",
                        "26: tile \"Cost by channel\": a funnel needs at least 2 measures"),
                arguments(
                        "measures: [cost_per_lead]",
                        "measures: [won]",
                        "26: tile \"Cost by channel\": unknown measure of"
                                + " the tile \"won\"; known: spend, leads, cost_per_lead"),
                arguments(
                        "top: 10",
                        "top: 0",
                        "26: tile \"Cost by channel\": \"top\" must be a whole number from 1 to" + " 1000"),
                arguments(
                        "charts:\n  - {",
                        "charts: {a: ",
                        "25: is not YAML: expected ',' or '}', but got :; a bracket or brace that opens in line 25 is not closed"),
                arguments(
                        "[spend, leads, cost_per_lead]",
                        "[spend, leads, cost_per_lad]",
                        "23: tile \"Cost by channel\": unknown measure \"cost_per_lad\", did you mean \"cost_per_lead\"?"),
                arguments(
                        "by: [channel]\n",
                        "",
                        "26: tile \"Cost by channel\": \"drill\" needs rows by what a filter chooses, such as [channel]"),
                arguments(
                        "drill: campaigns",
                        "drill: campaign",
                        "27: tile \"Cost by channel\": unknown page \"campaign\"," + " did you mean \"campaigns\"?"),
                arguments(
                        "note: Of *known*",
                        "note: Of [known](ftp://x)",
                        "28: a link may lead to http:, https:, a file" + " beside the page or #, not to \"ftp://x\""),
                arguments(
                        "definitions: true",
                        "definitions: true\nwhere: {model: linear}",
                        "34: tile \"All measures\":" + " \"where\" has no meaning beside \"definitions\""),
                arguments(
                        "```tile\ntitle: All measures\ndefinitions: true\n```",
                        "- ```tile\n  title: x\n  ```",
                        "31: a" + " tile must not stand within a list or quotation"),
                arguments(
                        "```tile\ntitle: All measures\ndefinitions: true\n```",
                        "```tiles\ntitle: x\n```",
                        "31: a block" + " of \"tiles\" is shown as written, did you mean \"tile\"?"),
                arguments(
                        "title: All measures\ndefinitions: true\n",
                        "",
                        "32: the tile is empty; it needs a title and" + " measures"));
    }

    static Stream<Arguments> otherTiles() {
        return Stream.of(
                arguments(
                        "show: none\ncharts:\n  - kind: heatmap",
                        "show: none",
                        "14: tile \"Campaigns by period\": \"show:" + " none\" needs a chart that says it all"),
                arguments(
                        "measures: [spend]",
                        "measures: [spend, leads]",
                        "16: tile \"Campaigns by period\": a heatmap" + " shows one measure, not 2"),
                arguments(
                        "ignore: [channel]",
                        "ignore: [model]",
                        "13: tile \"Campaigns by period\": \"model\" is fixed by" + " \"where\" and ignored as well"),
                arguments(
                        "total: false",
                        "total: false\ndrill: people",
                        "24: tile \"Waits\": unknown page \"people\"; known:" + " campaigns, index"),
                arguments(
                        "rows: people\n",
                        "rows: peopel\n",
                        "28: tile \"People\": unknown cube \"peopel\", did you mean" + " \"people\"?"),
                arguments(
                        "rows: people\n",
                        "rows: facts\n",
                        "28: tile \"People\": cube \"facts\" has sums, not rows to" + " list"),
                arguments(
                        "rows: people\n",
                        "rows: people\nonly: {name: [Ann]}\n",
                        "29: tile \"People\": unknown key \"only\""),
                arguments(
                        "rows: people\n",
                        "rows: people\nwhere: {segment: Big}\n",
                        "29: tile \"People\": \"where\" cannot fix \"segment\": cube \"people\" has no dimension"
                                + " \"segment\""),
                arguments(
                        "rows: people\n",
                        "rows: people\nsort: name\n",
                        "29: tile \"People\": \"sort\" has no meaning" + " beside \"rows\""));
    }
}
