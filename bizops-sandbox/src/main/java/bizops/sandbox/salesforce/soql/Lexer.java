package bizops.sandbox.salesforce.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts SOQL text into tokens. */
final class Lexer {
    private static final Pattern DATETIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern DATETIME_WITHOUT_ZONE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SYMBOL = Pattern.compile("<=|>=|!=|<>|[=<>(),.:]");
    private static final int LONGEST = 100_000;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        if (text.length() > LONGEST) {
            throw new SoqlException("MALFORMED_QUERY", "SOQL statements can not be longer than 100000 characters");
        }
        return new Lexer(text).run();
    }

    private List<Token> run() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.charAt(at) == '\'') {
                string();
            } else {
                next();
            }
        }
        tokens.add(new Token(Token.Kind.END, "<EOF>", text.length()));
        return tokens;
    }

    private void next() {
        if (match(Token.Kind.DATETIME, DATETIME)) {
            return;
        }
        if (matcher(DATETIME_WITHOUT_ZONE).lookingAt()) {
            Matcher bad = matcher(DATETIME_WITHOUT_ZONE);
            bad.lookingAt();
            throw SoqlException.at(
                    "MALFORMED_QUERY",
                    text,
                    at,
                    "line 1:" + bad.end() + " no viable alternative at character '"
                            + (bad.end() == text.length() ? "<EOF>" : text.substring(bad.end(), bad.end() + 1)) + "'");
        }
        if (match(Token.Kind.DATE, DATE)
                || match(Token.Kind.NUMBER, NUMBER)
                || match(Token.Kind.NAME, NAME)
                || match(Token.Kind.SYMBOL, SYMBOL)) {
            return;
        }
        throw SoqlException.at(
                "MALFORMED_QUERY",
                text,
                at,
                "line 1:" + at + " no viable alternative at character '" + text.charAt(at) + "'");
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private boolean match(Token.Kind kind, Pattern pattern) {
        Matcher matcher = matcher(pattern);
        if (!matcher.lookingAt()) {
            return false;
        }
        tokens.add(new Token(kind, matcher.group(), at));
        at = matcher.end();
        return true;
    }

    private void string() {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '\'') {
            if (text.charAt(at) == '\\') {
                at++;
                value.append(at < text.length() ? escaped() : "");
            } else {
                value.append(text.charAt(at));
            }
            at++;
        }
        if (at >= text.length()) {
            throw SoqlException.at(
                    "MALFORMED_QUERY", text, start, "line 1:" + start + " mismatched character '<EOF>' expecting '''");
        }
        at++;
        tokens.add(new Token(Token.Kind.STRING, value.toString(), start));
    }

    private String escaped() {
        char c = text.charAt(at);
        return switch (c) {
            case 'n', 'N' -> "\n";
            case 'r', 'R' -> "\r";
            case 't', 'T' -> "\t";
            case 'b', 'B' -> "\b";
            case 'f', 'F' -> "\f";
            case '\'', '"', '\\' -> String.valueOf(c);
            case '_', '%' -> "\\" + c;
            case 'u' -> unicode();
            default ->
                throw SoqlException.at("MALFORMED_QUERY", text, at, "Invalid string literal: illegal escape \\" + c);
        };
    }

    private String unicode() {
        Matcher hex = Pattern.compile("u([0-9A-Fa-f]{4})").matcher(text).region(at, text.length());
        if (!hex.lookingAt()) {
            throw SoqlException.at("MALFORMED_QUERY", text, at, "Invalid string literal: illegal unicode escape");
        }
        at = hex.end() - 1;
        return String.valueOf((char) Integer.parseInt(hex.group(1), 16));
    }
}
