package bizops.report.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in a measure is told once, with its line. */
final class MeasureMistakesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource({"measures", "formulas", "rows"})
    void isTold(String file, String words, String others, String expected) {
        assertThat(ExampleSite.in(folder).change(file, words, others).mistakes())
                .containsExactly(file + ":" + expected);
    }

    static Stream<Arguments> measures() {
        String cost = "measures/cost.yml";
        return Stream.of(
                arguments(cost, "measures:", "measure:", "1: unknown key \"measure\", did you mean \"measures\"?"),
                arguments(cost, "    title: Spend\n", "", "3: measure \"spend\": \"title\" is missing"),
                arguments(
                        cost,
                        "unit: days",
                        "unit: day",
                        "24: measure \"wait\": unknown unit \"day\", did you mean" + " \"days\"?"),
                arguments(
                        cost,
                        "unit: days",
                        "unit: furlongs",
                        "24: measure \"wait\": unknown unit \"furlongs\"; known:"
                                + " money, credit, count, ratio, percent, days, months"),
                arguments(
                        cost,
                        "places: 2",
                        "places: two",
                        "18: measure \"cost_per_lead\": \"places\" must be a whole" + " number from 0 to 6"),
                arguments(
                        cost,
                        "better: higher",
                        "better: up",
                        "14: measure \"leads\": unknown better \"up\"; known:" + " higher, lower, neither"),
                arguments(
                        cost,
                        "better: higher",
                        "bettr: higher",
                        "14: measure \"leads\": unknown key \"bettr\", did you" + " mean \"better\"?"),
                arguments(cost, "    definition: Deals won.\n", "", "29: measure \"won\": \"definition\" is missing"),
                arguments(cost, "    formula: leads\n", "", "9: measure \"leads\": \"formula\" is missing"),
                arguments(
                        cost,
                        "    formula: won\n",
                        "    cube: deals\n    formula: won\n",
                        "32: \"cube\" stands there twice"),
                arguments(
                        cost,
                        "gaps:",
                        "  Big: {title: B, unit: count, formula: 1, definition: b}\ngaps:",
                        "34: measure" + " \"Big\": a name has lower-case letters, digits and _"),
                arguments(
                        cost,
                        "gaps:",
                        "  big: {title: B, unit: count, definition: b, formula: 1, cube: people}\ngaps:",
                        "34: measure \"big\": cube \"people\" lists rows and has no sums"),
                arguments(
                        cost,
                        "leads: {zero",
                        "leds: {zero",
                        "36: gap of \"leds\": unknown sum or constant \"leds\", did" + " you mean \"leads\"?"),
                arguments(
                        cost,
                        "{zero: no leads}",
                        "{null: no leads}",
                        "36: gap of \"leads\": unknown key \"null\"; known:" + " unknown, zero"),
                arguments(cost, "{zero: no leads}", "no leads", "36: \"leads\" must be keys with values"),
                arguments(
                        cost,
                        "definition: New leads.",
                        "definition: {",
                        "15: is not YAML: expected ',' or '}', but got :; a bracket or brace that opens in line 13 is not"
                                + " closed"));
    }

    static Stream<Arguments> rows() {
        String cost = "measures/cost.yml";
        String won = "    formula: won\n";
        return Stream.of(
                arguments(
                        cost,
                        won,
                        won + "    rows: peple\n",
                        "33: measure \"won\": unknown cube \"peple\", did you mean \"people\"?"),
                arguments(
                        cost,
                        won,
                        won + "    rows: facts\n",
                        "33: measure \"won\": cube \"facts\" has sums, not rows to list"),
                arguments(cost, won, won + "    rows: [people]\n", "33: measure \"won\": \"rows\" must be a text"),
                arguments(
                        cost,
                        won,
                        won + "    only: {name: [Ann]}\n",
                        "33: measure \"won\": \"only\" has no meaning without \"rows\""),
                arguments(
                        cost,
                        won,
                        won + "    rows: people\n    only: name\n",
                        "34: measure \"won\": \"only\" must be keys with values"),
                arguments(
                        cost,
                        won,
                        won + "    rows: people\n    only:\n      nam:\n        - Ann\n",
                        "35: measure \"won\": unknown column of \"people\" \"nam\", did you mean \"name\"?"),
                arguments(
                        cost,
                        won,
                        won + "    rows: people\n    only: {kind: [created]}\n",
                        "34: measure \"won\": unknown column of \"people\" \"kind\"; known: name, email"),
                arguments(
                        cost,
                        won,
                        won + "    rows: people\n    only: {name: [Ann], email: [a@b]}\n",
                        "34: measure \"won\": \"only\" names one column, such as {kind: [created]}"),
                arguments(
                        cost,
                        won,
                        won + "    rows: people\n    only: {name: Ann}\n",
                        "34: measure \"won\": \"name\" must be a list, such as [Ann]"),
                arguments(
                        cost,
                        won,
                        won + "    rows: people\n    only: {name: []}\n",
                        "34: measure \"won\": \"only\" needs texts of that column, such as [created]"),
                arguments(
                        cost,
                        won,
                        won + "    rows: people\n    only: {name: [Ann, '']}\n",
                        "34: measure \"won\": \"name\" must be a list of texts, not empty"),
                arguments(
                        cost,
                        won,
                        won + "    rows: people\n    only: {name: [Ann, Ann]}\n",
                        "34: measure \"won\": \"Ann\" stands there twice"));
    }

    static Stream<Arguments> formulas() {
        String cost = "measures/cost.yml";
        return Stream.of(
                arguments(
                        cost,
                        "formula: spend / leads",
                        "formula: spend / leds",
                        "19: measure \"cost_per_lead\":"
                                + " formula: unknown sum or measure \"leds\", did you mean \"leads\"?"),
                arguments(
                        cost,
                        "formula: spend / leads",
                        "formula: cost_per_lead / leads",
                        "19: measure" + " \"cost_per_lead\": formula: names itself: cost_per_lead -> cost_per_lead"),
                arguments(
                        cost,
                        "formula: spend / leads",
                        "formula: spend leads",
                        "19: measure \"cost_per_lead\": formula:" + " an operator is missing before \"leads\""),
                arguments(
                        cost,
                        "formula: spend / leads",
                        "formula: spend / build.margin",
                        "19: measure" + " \"cost_per_lead\": formula: unknown sum or measure \"build.margin\""),
                arguments(
                        cost,
                        "median(days, won)",
                        "median(day, won)",
                        "26: measure \"wait\": formula: unknown column of" + " values \"day\", did you mean \"days\"?"),
                arguments(
                        cost,
                        "median(days, won)",
                        "median(days, wons)",
                        "26: measure \"wait\": formula: unknown sum" + " \"wons\", did you mean \"won\"?"),
                arguments(
                        cost,
                        "median(days, won)",
                        "days / won",
                        "26: measure \"wait\": formula: \"days\" is no sum: only" + " median(days, …) takes it"),
                arguments(
                        cost,
                        "formula: won\n",
                        "formula: shar(won)\n",
                        "32: measure \"won\": formula: unknown function" + " \"shar\", did you mean \"share\"?"),
                arguments(
                        cost,
                        "    cube: deals\n    formula: won",
                        "    cube: deal\n    formula: won",
                        "31: measure" + " \"won\": unknown cube \"deal\", did you mean \"deals\"?"),
                arguments(
                        cost,
                        "    cube: deals\n    formula: won",
                        "    cube: people\n    formula: won",
                        "31: measure" + " \"won\": cube \"people\" lists rows and has no sums"));
    }
}
