package bizops.report.formula;

import bizops.report.formula.Formula.Literal;
import bizops.report.formula.Formula.Operation;
import bizops.report.formula.Formula.Operator;
import bizops.singer.error.Suggestion;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code sum := product (('+' | '-') product)*}, {@code product := factor (('*' | '/') factor)*}, {@code factor :=
 * '-' factor | number | name | name '(' … ')' | '(' sum ')'}. Made for one formula.
 */
public final class FormulaParser {
    private static final List<String> FUNCTIONS = List.of("median", "share", "running");
    private static final int DEEPEST = 50;

    private final String text;
    private final List<Token> tokens;
    private final Names names;
    private final @Nullable String gap;
    private int next;
    private int depth;

    private FormulaParser(String text, Names names, @Nullable String gap) throws FormulaException {
        this.text = text;
        this.tokens = Token.of(text);
        this.names = names;
        this.gap = gap;
    }

    /**
     * Parses a formula.
     *
     * @param gap why there is no figure where it divides by 0; null to say that the divisor is 0
     */
    public static Formula parse(String text, Names names, @Nullable String gap) throws FormulaException {
        FormulaParser parser = new FormulaParser(text, names, gap);
        Formula formula = parser.sum();
        if (parser.peek().kind() != Token.Kind.END) {
            throw new FormulaException(
                    "an operator is missing before " + parser.peek().shown());
        }
        return formula;
    }

    private Formula sum() throws FormulaException {
        Formula left = product();
        while (peek().is("+") || peek().is("-")) {
            Operator operator = take().is("+") ? Operator.PLUS : Operator.MINUS;
            left = new Operation(operator, left, product(), null);
        }
        return left;
    }

    private Formula product() throws FormulaException {
        Formula left = factor();
        while (peek().is("*") || peek().is("/")) {
            if (take().is("*")) {
                left = new Operation(Operator.TIMES, left, factor(), null);
            } else {
                left = quotient(left);
            }
        }
        return left;
    }

    private Formula quotient(Formula left) throws FormulaException {
        int first = next;
        Formula right = factor();
        if (right instanceof Literal literal && literal.value().signum() == 0) {
            throw new FormulaException("divides by 0");
        }
        String divisor = next == first + 1
                ? names.spoken(tokens.get(first).text())
                : text.substring(tokens.get(first).start(), tokens.get(next - 1).end());
        return new Operation(Operator.OVER, left, right, gap == null ? divisor + " is 0" : gap);
    }

    private Formula factor() throws FormulaException {
        depth++;
        if (depth > DEEPEST) {
            throw new FormulaException("has more than " + DEEPEST + " brackets within one another");
        }
        Token token = take();
        Formula factor;
        if (token.kind() == Token.Kind.NUMBER) {
            factor = new Literal(new BigDecimal(token.text()));
        } else if (token.kind() == Token.Kind.NAME) {
            factor = peek().is("(") ? function(token.text()) : names.named(token.text());
        } else if (token.is("-")) {
            factor = new Operation(Operator.MINUS, new Literal(BigDecimal.ZERO), factor(), null);
        } else if (token.is("(")) {
            factor = sum();
            expect(")");
        } else {
            throw new FormulaException("a number or name is missing before " + token.shown());
        }
        depth--;
        return factor;
    }

    private Formula function(String name) throws FormulaException {
        expect("(");
        Formula result;
        switch (name) {
            case "median" -> {
                String values = name();
                expect(",");
                result = names.median(values, name());
            }
            case "share" -> result = new Formula.Share(sum());
            case "running" -> result = new Formula.Running(sum());
            default ->
                throw new FormulaException("unknown function \"" + name + "\""
                        + Suggestion.nearest(name, FUNCTIONS)
                                .map(near -> ", did you mean \"" + near + "\"?")
                                .orElse("; known: " + String.join(", ", FUNCTIONS)));
        }
        expect(")");
        return result;
    }

    private String name() throws FormulaException {
        Token token = take();
        if (token.kind() != Token.Kind.NAME) {
            throw new FormulaException("a column is missing before " + token.shown());
        }
        return token.text();
    }

    private void expect(String sign) throws FormulaException {
        Token token = take();
        if (!token.is(sign)) {
            throw new FormulaException("\"" + sign + "\" is missing before " + token.shown());
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    /** The end is never passed. */
    private Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }
}
