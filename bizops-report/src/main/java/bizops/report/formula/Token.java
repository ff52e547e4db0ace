package bizops.report.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a formula. Immutable.
 *
 * @param end position behind it in the formula
 */
record Token(Kind kind, String text, int start, int end) {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([0-9]+(?:\\.[0-9]+)?)|([A-Za-z_][A-Za-z0-9_.]*)|([-+*/(),]))");

    /** What it can be. */
    enum Kind {
        NUMBER,
        NAME,
        SIGN,
        END
    }

    /** The words of a formula, an {@link Kind#END} behind them. */
    static List<Token> of(String formula) throws FormulaException {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(formula);
        int length = formula.stripTrailing().length();
        int position = 0;
        while (position < length) {
            if (!matcher.region(position, length).lookingAt()) {
                String rest = formula.substring(position).strip();
                throw new FormulaException("\"" + rest.substring(0, rest.offsetByCodePoints(0, 1))
                        + "\" has no meaning in a formula; it knows + - * / ( ) numbers and names");
            }
            position = matcher.end();
            tokens.add(token(matcher));
        }
        tokens.add(new Token(Kind.END, "", length, length));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        int group = matcher.start(1) >= 0 ? 1 : matcher.start(2) >= 0 ? 2 : 3;
        Kind kind = group == 1 ? Kind.NUMBER : group == 2 ? Kind.NAME : Kind.SIGN;
        return new Token(kind, matcher.group(group), matcher.start(group), matcher.end(group));
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** As a message names it. */
    String shown() {
        return kind == Kind.END ? "the end" : "\"" + text + "\"";
    }
}
