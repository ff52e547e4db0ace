package bizops.report.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.report.formula.Formula.Literal;
import bizops.report.formula.Formula.Median;
import bizops.report.formula.Formula.Operation;
import bizops.report.formula.Formula.Operator;
import bizops.report.formula.Formula.Running;
import bizops.report.formula.Formula.Share;
import bizops.report.formula.Formula.Sum;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormulaParserTest {
    private static final Formula A = new Sum(SumsOnly.CUBE, "a");
    private static final Formula B = new Sum(SumsOnly.CUBE, "b");
    private static final Formula C = new Sum(SumsOnly.CUBE, "c");

    @Test
    void bindsProductsBeforeSums() throws FormulaException {
        assertThat(parse("a + b * c")).isEqualTo(plus(A, times(B, C)));
        assertThat(parse("a * b + c")).isEqualTo(plus(times(A, B), C));
    }

    @Test
    void goesFromLeftToRight() throws FormulaException {
        assertThat(parse("a - b - c")).isEqualTo(minus(minus(A, B), C));
        assertThat(parse("a / b / c")).isEqualTo(over(over(A, B, "b is 0"), C, "c is 0"));
        assertThat(parse("a / b * c")).isEqualTo(times(over(A, B, "b is 0"), C));
    }

    @Test
    void doesBracketsFirst() throws FormulaException {
        assertThat(parse("(a + b) * c")).isEqualTo(times(plus(A, B), C));
        assertThat(parse("a - (b - c)")).isEqualTo(minus(A, minus(B, C)));
    }

    @Test
    void takesANegativeFromZero() throws FormulaException {
        assertThat(parse("-a * b")).isEqualTo(times(minus(number("0"), A), B));
        assertThat(parse("a - -b")).isEqualTo(minus(A, minus(number("0"), B)));
    }

    @Test
    void keepsEveryDigitOfANumber() throws FormulaException {
        assertThat(parse("0.1000 * 123456789012345678901234567890"))
                .isEqualTo(times(number("0.1000"), number("123456789012345678901234567890")));
    }

    @Test
    void knowsFunctions() throws FormulaException {
        assertThat(parse("median(days, won)")).isEqualTo(new Median(SumsOnly.CUBE, "days", "won"));
        assertThat(parse("share(a + b)")).isEqualTo(new Share(plus(A, B)));
        assertThat(parse("running(a) / share(b)")).isEqualTo(over(new Running(A), new Share(B), "share(b) is 0"));
    }

    @Test
    void saysWhatADivisorIsThatIsZero() throws FormulaException {
        assertThat(parse("a / (b + c)")).isEqualTo(over(A, plus(B, C), "(b + c) is 0"));
        assertThat(FormulaParser.parse("a / (b + c)", new SumsOnly(), "nothing was lost"))
                .isEqualTo(over(A, plus(B, C), "nothing was lost"));
    }

    @Test
    void doesNotCareAboutBlanks() throws FormulaException {
        assertThat(parse("  a+b\n *c ")).isEqualTo(parse("a + b * c"));
    }

    @Test
    void knowsTheCubesOfAFormula() throws FormulaException {
        assertThat(parse("share(a) / running(median(b, c)) - 1").cubes()).containsExactly(SumsOnly.CUBE);
        assertThat(parse("1 + 2").cubes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``          | a number or name is missing before the end",
                "a +         | a number or name is missing before the end",
                "a + * b     | a number or name is missing before \"*\"",
                "(a          | \")\" is missing before the end",
                "a)          | an operator is missing before \")\"",
                "a b         | an operator is missing before \"b\"",
                "2 a         | an operator is missing before \"a\"",
                "1.2.3       | \".\" has no meaning in a formula; it knows + - * / ( ) numbers and names",
                "a % b       | \"%\" has no meaning in a formula; it knows + - * / ( ) numbers and names",
                "a × b       | \"×\" has no meaning in a formula; it knows + - * / ( ) numbers and names",
                "a / 0       | divides by 0",
                "a / 0.00    | divides by 0",
                "sharee(a)   | unknown function \"sharee\", did you mean \"share\"?",
                "max(a, b)   | unknown function \"max\"; known: median, share, running",
                "median(a)   | \",\" is missing before \")\"",
                "median(1, a)| a column is missing before \"1\"",
                "share(a, b) | \")\" is missing before \",\"",
                "share()     | a number or name is missing before \")\"",
            })
    void tellsWhatIsWrong(String formula, String expected) {
        assertThatThrownBy(() -> parse(formula))
                .isInstanceOf(FormulaException.class)
                .hasMessage(expected);
    }

    @Test
    void refusesBracketsWithoutEnd() {
        assertThatThrownBy(() -> parse("(".repeat(100_000)))
                .isInstanceOf(FormulaException.class)
                .hasMessage("has more than 50 brackets within one another");
    }

    private static Formula parse(String text) throws FormulaException {
        return FormulaParser.parse(text, new SumsOnly(), null);
    }

    private static Formula number(String text) {
        return new Literal(new BigDecimal(text));
    }

    private static Formula plus(Formula left, Formula right) {
        return new Operation(Operator.PLUS, left, right, null);
    }

    private static Formula minus(Formula left, Formula right) {
        return new Operation(Operator.MINUS, left, right, null);
    }

    private static Formula times(Formula left, Formula right) {
        return new Operation(Operator.TIMES, left, right, null);
    }

    private static Formula over(Formula left, Formula right, String gap) {
        return new Operation(Operator.OVER, left, right, gap);
    }
}
