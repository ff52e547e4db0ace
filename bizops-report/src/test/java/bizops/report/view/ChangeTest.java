package bizops.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.formula.Formula;
import bizops.report.source.Measure;
import bizops.report.source.Measure.Better;
import bizops.report.source.Place;
import bizops.report.source.Target;
import bizops.report.source.Unit;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Figures beside what they were and what they should be. */
final class ChangeTest {
    private static final Measure COST = measure("cost", Unit.MONEY, Better.LOWER);
    private static final Measure RATE = measure("rate", Unit.PERCENT, Better.HIGHER);

    @Test
    void isInPercentOfTheSizeOfWhatWas() {
        Comparison change = Change.of(COST, 0, number("1125"), number("1000"), null);

        assertThat(change).isEqualTo(new Comparison(cell("+12.5%"), cell("1,000"), false, null, null));
        assertThat(text(COST, "50", "-100")).as("from a loss to a gain").isEqualTo("+150.0%");
        assertThat(text(COST, "999.99", "1000")).as("rounded to nothing").isEqualTo("0.0%");
    }

    @Test
    void ofAShareIsInPoints() {
        Comparison change = Change.of(RATE, 1, number("0.123"), number("0.1"), null);

        assertThat(change).isEqualTo(new Comparison(cell("+2.3 points"), cell("10.0%"), true, null, null));
        assertThat(text(RATE, "0", "0.004")).isEqualTo("\u22120.4 points");
    }

    @Test
    void isMissingWithItsReason() {
        assertThat(Change.of(COST, 0, number("5"), null, null).change().gap()).isEqualTo("no period before");
        assertThat(Change.of(COST, 0, number("5"), number("0"), null).change().gap())
                .isEqualTo("it was 0 before");
        assertThat(Change.of(COST, 0, Figure.missing("unknown"), number("1"), null)
                        .change())
                .isEqualTo(Cell.gap("unknown"));
        assertThat(Change.of(COST, 0, number("5"), number("5"), null).better()).isNull();
    }

    @Test
    void showsHowMuchOfATargetIsReached() {
        Comparison change = Change.of(COST, 2, number("90"), null, number("120"));

        assertThat(change.target()).isEqualTo(cell("120.00"));
        assertThat(change.reached()).isEqualTo(cell("75.0%"));
    }

    @Test
    void aTargetIsTheSumOfItsMonthsOrMissingIfOneIs() {
        List<Target> targets = List.of(
                new Target("cost", YearMonth.of(2026, 1), new BigDecimal("10.5")),
                new Target("cost", YearMonth.of(2026, 2), new BigDecimal("20")),
                new Target("rate", null, new BigDecimal("0.3")));
        YearMonth january = YearMonth.of(2026, 1);
        Targets two = new Targets(targets, new MonthRange(january, YearMonth.of(2026, 2)), List.of());
        Targets three = new Targets(targets, new MonthRange(january, YearMonth.of(2026, 3)), List.of());

        assertThat(Objects.requireNonNull(two.of(COST)).rounded(1)).isEqualByComparingTo("30.5");
        assertThat(three.of(COST)).isNull();
        assertThat(Objects.requireNonNull(three.of(RATE)).rounded(1)).isEqualByComparingTo("0.3");
        assertThat(new Targets(targets, null, List.of(january)).of(COST)).isNotNull();
        assertThat(two.of(measure("other", Unit.COUNT, Better.NEITHER))).isNull();
    }

    private static String text(Measure measure, String now, String before) {
        return Change.of(measure, 0, number(now), number(before), null).change().text();
    }

    private static Figure number(String digits) {
        return Figure.of(new BigDecimal(digits));
    }

    private static Cell cell(String text) {
        return new Cell(text, null);
    }

    private static Measure measure(String name, Unit unit, Better better) {
        return new Measure(
                name,
                name,
                unit,
                0,
                name,
                new Formula.Constant(name),
                name,
                better,
                null,
                new Place("measures.yml", 1));
    }
}
