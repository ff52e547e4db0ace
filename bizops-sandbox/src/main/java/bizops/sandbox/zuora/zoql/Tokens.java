package bizops.sandbox.zuora.zoql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cursor over the tokens of one query. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("(?<space>\\s+)"
            + "|(?<string>'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")"
            + "|(?<number>[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*)"
            + "|(?<symbol><=|>=|!=|<>|[=<>(),.*])");

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Tokens(String query) {
        Matcher matcher = TOKEN.matcher(query);
        int at = 0;
        while (at < query.length()) {
            if (!matcher.region(at, query.length()).lookingAt()) {
                throw new ZoqlException("unexpected character '" + query.charAt(at) + "' at position " + at);
            }
            add(matcher);
            at = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "<EOF>"));
    }

    private void add(Matcher matcher) {
        String text = matcher.group();
        if (matcher.group("string") != null) {
            String quote = text.substring(0, 1);
            tokens.add(new Token(
                    Token.Kind.STRING, text.substring(1, text.length() - 1).replace(quote + quote, quote)));
        } else if (matcher.group("number") != null) {
            tokens.add(new Token(Token.Kind.NUMBER, text));
        } else if (matcher.group("name") != null) {
            tokens.add(new Token(Token.Kind.NAME, text));
        } else if (matcher.group("symbol") != null) {
            tokens.add(new Token(Token.Kind.SYMBOL, text));
        }
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    /** Takes the next token if it is this word or symbol. */
    boolean take(String word) {
        boolean found = peek().is(word);
        if (found) {
            next++;
        }
        return found;
    }

    void expect(String word) {
        if (!take(word)) {
            throw unexpected(peek());
        }
    }

    String name() {
        Token token = next();
        if (token.kind() != Token.Kind.NAME) {
            throw unexpected(token);
        }
        return token.text();
    }

    static ZoqlException unexpected(Token token) {
        return new ZoqlException("unexpected token: " + token.text());
    }
}
