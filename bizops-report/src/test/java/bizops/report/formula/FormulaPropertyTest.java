package bizops.report.formula;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.formula.Formula.Literal;
import bizops.report.formula.Formula.Median;
import bizops.report.formula.Formula.Operation;
import bizops.report.formula.Formula.Operator;
import bizops.report.formula.Formula.Running;
import bizops.report.formula.Formula.Share;
import bizops.report.formula.Formula.Sum;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

final class FormulaPropertyTest {
    private static final String GAP = "nothing to divide by";

    /** Printed with no more brackets than needed, so that precedence and direction are what is tried. */
    @Property(tries = 2000)
    void whatIsPrintedIsReadAsTheSameFormula(@ForAll("formulas") Formula formula) throws FormulaException {
        assertThat(FormulaParser.parse(print(formula), new SumsOnly(), GAP)).isEqualTo(formula);
    }

    @Property(tries = 2000)
    void anyTextIsAFormulaOrTellsWhatIsWrong(@ForAll("texts") String text) {
        try {
            assertThat(FormulaParser.parse(text, new SumsOnly(), GAP).parts()).isNotEmpty();
        } catch (FormulaException wrong) {
            assertThat(wrong.reason()).isNotBlank().doesNotContain("\n");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "b2", "1", "0.5", "0", "+", "-", "*", "/", "(", ")", ",", " ", "median", "share", "\n",
                        "é", ".")
                .list()
                .ofMaxSize(12)
                .map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<Formula> formulas() {
        Arbitrary<Formula> leaves = Arbitraries.oneOf(
                Arbitraries.of("a", "spend", "won_iacv2").map(name -> (Formula) new Sum(SumsOnly.CUBE, name)),
                Arbitraries.of("12", "0.50", "7").map(text -> (Formula) new Literal(new BigDecimal(text))),
                Arbitraries.of(new Median(SumsOnly.CUBE, "days", "won")).map(median -> (Formula) median));
        return Arbitraries.recursive(() -> leaves, this::wrapped, 0, 5);
    }

    private Arbitrary<Formula> wrapped(Arbitrary<Formula> inner) {
        Arbitrary<Formula> operations = Combinators.combine(Arbitraries.of(Operator.values()), inner, inner)
                .as((operator, left, right) ->
                        new Operation(operator, left, right, operator == Operator.OVER ? GAP : null));
        return Arbitraries.frequencyOf(
                Tuple.of(8, operations), Tuple.of(1, inner.map(Share::new)), Tuple.of(1, inner.map(Running::new)));
    }

    private static String print(Formula formula) {
        if (formula instanceof Operation operation) {
            int strength = strength(operation);
            String left = print(operation.left());
            String right = print(operation.right());
            return (strength(operation.left()) < strength ? "(" + left + ")" : left)
                    + " " + operation.operator().sign() + " "
                    + (strength(operation.right()) <= strength ? "(" + right + ")" : right);
        }
        if (formula instanceof Sum sum) {
            return sum.column();
        }
        if (formula instanceof Median median) {
            return "median(" + median.values() + ", " + median.count() + ")";
        }
        if (formula instanceof Share share) {
            return "share(" + print(share.inner()) + ")";
        }
        if (formula instanceof Running running) {
            return "running(" + print(running.inner()) + ")";
        }
        return ((Literal) formula).value().toPlainString();
    }

    /** The more, the closer it binds. */
    private static int strength(Formula formula) {
        if (!(formula instanceof Operation operation)) {
            return 3;
        }
        return switch (operation.operator()) {
            case PLUS, MINUS -> 1;
            case TIMES, OVER -> 2;
        };
    }
}
