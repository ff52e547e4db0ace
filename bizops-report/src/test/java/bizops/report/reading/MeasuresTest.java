package bizops.report.reading;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.formula.Formula;
import bizops.report.formula.Formula.Operation;
import bizops.report.formula.Formula.Operator;
import bizops.report.formula.Formula.Sum;
import bizops.report.source.Measure;
import bizops.report.source.Unit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures that name measures. */
final class MeasuresTest {
    @TempDir
    Path folder;

    @Test
    void aMeasureMayBeNamedBeforeItIsWritten() {
        assertThat(formula("first", measure("first", "second * 2"), measure("second", "spend")))
                .isEqualTo(new Operation(
                        Operator.TIMES, new Sum("facts", "spend"), new Formula.Literal(new BigDecimal("2")), null));
    }

    @Test
    void aMeasureOfSeveralCubesIsOneFormula() {
        assertThat(formula("per_deal", measure("per_deal", "spend / won")))
                .isEqualTo(
                        new Operation(Operator.OVER, new Sum("facts", "spend"), new Sum("deals", "won"), "Won is 0"));
    }

    @Test
    void aNameWithinACubeIsItsSumBeforeItIsAMeasure() {
        ExampleSite site = ExampleSite.in(folder)
                .write(
                        "measures/own.yml",
                        "measures:\n" + measure("opening", "won")
                                + "  change: {title: Change, unit: money, cube: facts, definition: x, formula: closing - opening}\n");

        assertThat(measure(site, "change").formula().cubes()).containsExactly("facts");
    }

    @Test
    void aDivisorThatIsAMeasureIsCalledByItsTitle() {
        assertThat(formula("ratio", measure("ratio", "won / cost_per_lead")))
                .extracting(formula -> ((Operation) formula).gap())
                .isEqualTo("Cost per lead is 0");
    }

    @Test
    void aCircleIsToldOnceWithItsNames() {
        ExampleSite site = own(measure("a", "b + 1"), measure("b", "c"), measure("c", "spend + a"));

        assertThat(site.mistakes())
                .containsExactly("measures/own.yml:4: measure \"c\": formula: names itself: a -> b -> c -> a");
    }

    @Test
    void aMistakeInAMeasureIsNotToldAgainByThoseThatNameIt() {
        ExampleSite site = own(measure("a", "b + 1"), measure("b", "spend +"));

        assertThat(site.mistakes())
                .containsExactly(
                        "measures/own.yml:3: measure \"b\": formula: a number or name is missing before the end");
    }

    @Test
    void aFormulaMustNotGrowBeyondMeasure() {
        ExampleSite site = own(
                measure("m0", "spend"),
                measure("m1", "m0 + m0 + m0 + m0 + m0 + m0 + m0 + m0"),
                measure("m2", "m1 + m1 + m1 + m1 + m1 + m1 + m1 + m1"),
                measure("m3", "m2 + m2 + m2 + m2 + m2 + m2 + m2 + m2"),
                measure("m4", "m3 + m3 + m3 + m3 + m3 + m3 + m3 + m3"));

        assertThat(site.mistakes())
                .containsExactly(
                        "measures/own.yml:5: measure \"m3\": formula: has more than 1000 parts with the measures"
                                + " that it names");
    }

    @Test
    void theSameNameInTwoFilesIsAMistake() {
        assertThat(own(measure("won", "spend")).mistakes())
                .containsExactly("measures/own.yml:2: measure \"won\": stands in measures/cost.yml:28 already");
    }

    @Test
    void constantsOfTheBuildHaveNames() {
        assertThat(formula("margin", measure("margin", "build.gross_margin")))
                .isEqualTo(new Formula.Constant("gross_margin"));
    }

    @Test
    void decimalsFollowFromTheUnit() {
        ExampleSite site = ExampleSite.in(folder);

        assertThat(measure(site, "spend").places()).isZero();
        assertThat(measure(site, "wait").places()).isEqualTo(Unit.DAYS.places());
    }

    private static String measure(String name, String formula) {
        return "  " + name + ": {title: " + name + ", unit: ratio, definition: x, formula: " + formula + "}\n";
    }

    private ExampleSite own(String... measures) {
        return ExampleSite.in(folder).write("measures/own.yml", "measures:\n" + String.join("", measures));
    }

    private Formula formula(String name, String... measures) {
        return measure(own(measures), name).formula();
    }

    private static Measure measure(ExampleSite site, String name) {
        Map<String, Measure> measures = site.read().measures();
        return Objects.requireNonNull(measures.get(name));
    }
}
