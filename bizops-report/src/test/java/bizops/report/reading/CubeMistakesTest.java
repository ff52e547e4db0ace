package bizops.report.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in a cube is told once, with its line. */
final class CubeMistakesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource({"cubes"})
    void isTold(String file, String words, String others, String expected) {
        assertThat(ExampleSite.in(folder).change(file, words, others).mistakes())
                .containsExactly(file + ":" + expected);
    }

    static Stream<Arguments> cubes() {
        String facts = "cubes/facts.sql";
        return Stream.of(
                arguments(
                        facts,
                        "/*",
                        "--",
                        "1: a cube begins with a comment, /* title: … */, that says what its" + " columns are"),
                arguments(
                        facts,
                        "/*",
                        "/*/",
                        "2: is not YAML: mapping values are not allowed here; put a text that holds \": \" in quotes, and indent keys alike"),
                arguments(facts, "title: facts of a campaign in a month\n", "", "2: \"title\" is missing"),
                arguments(
                        facts,
                        "title: facts",
                        "title: facts: all",
                        "2: is not YAML: mapping values are not allowed here; put a text that holds \": \" in quotes, and indent keys alike"),
                arguments(facts, "labels:", "lables:", "4: unknown key \"lables\", did you mean \"labels\"?"),
                arguments(
                        facts,
                        "{campaign_id:",
                        "{campain_id:",
                        "4: unknown dimension \"campain_id\", did you mean" + " \"campaign_id\"?"),
                arguments(
                        facts,
                        "every: [month, model]",
                        "every: [month, modell]",
                        "5: unknown dimension \"modell\"," + " did you mean \"model\"?"),
                arguments(
                        facts,
                        "spend?, leads,",
                        "spend?, Leads!, leads,",
                        "6: \"Leads!\" names no column: a name has" + " lower-case letters, digits and _"),
                arguments(
                        facts,
                        "immature: young",
                        "incomplete: {leads: opening}",
                        "9: unknown sum that may be unknown \"leads\"; known: spend"),
                arguments(
                        facts,
                        "immature: young",
                        "incomplete: {spend: spent}",
                        "9: unknown sum that is always known \"spent\"; known: leads, opening, closing"),
                arguments(facts, "spend?, leads,", "spend?, leads, leads,", "6: \"leads\" stands in \"sums\" twice"),
                arguments(
                        facts,
                        "spend?, leads,",
                        "spend?, leads, channel,",
                        "6: \"channel\" stands in \"dimensions\" and" + " in \"sums\""),
                arguments(
                        facts,
                        "first: [opening]",
                        "first: [openning]",
                        "7: unknown sum \"openning\", did you mean" + " \"opening\"?"),
                arguments(
                        facts,
                        "last: [closing]",
                        "last: [closing, opening]",
                        "8: \"opening\" counts in the first or" + " the last"),
                arguments(facts, "immature: young", "immature: [young]", "9: \"immature\" must be a text"),
                arguments(
                        facts,
                        "immature: young",
                        "immature: young\ndetails: yes",
                        "10: \"details\" must be true or" + " false"),
                arguments(
                        facts,
                        "immature: young",
                        "immature: young\ncolumns: {a: A}",
                        "2: has sums or columns, not" + " both"),
                arguments(facts, "{core}", "{cores}", "13: unknown schema \"cores\", did you mean \"core\"?"),
                arguments(
                        "cubes/deals.sql",
                        "select month, lead_source, won, days from conversion_time",
                        "",
                        "8: holds no" + " query"),
                arguments(
                        "cubes/deals.sql",
                        "values: [days]",
                        "values: days",
                        "5: \"values\" must be a list, such as" + " [days]"),
                arguments(
                        "cubes/people.sql",
                        "columns:\n  name: Name\n  email: E-mail\n",
                        "",
                        "2: \"sums\" are missing; a" + " cube of rows has \"columns\""),
                arguments("cubes/people.sql", "name: Name", "name:", "5: \"name\" must be a text, not empty"));
    }
}
