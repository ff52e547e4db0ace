package bizops.sandbox.salesforce.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A cursor over the tokens of one query. */
final class Tokens {
    private static final Set<String> CLAUSES =
            Set.of("WHERE", "ORDER", "LIMIT", "OFFSET", "GROUP", "HAVING", "WITH", "FOR", "ALL", "USING");

    private final String soql;
    private final List<Token> tokens;
    private int next;

    Tokens(String soql) {
        this.soql = soql;
        this.tokens = Lexer.tokens(soql);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token peekThird() {
        return tokens.get(Math.min(next + 2, tokens.size() - 1));
    }

    boolean peekIsClause() {
        return CLAUSES.stream().anyMatch(peek()::is);
    }

    Token next() {
        Token token = tokens.get(next);
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
            throw unexpected();
        }
    }

    Token name() {
        if (peek().kind() != Token.Kind.NAME || peek().is("FROM") || peekIsClause()) {
            throw unexpected();
        }
        return next();
    }

    Query.Path path() {
        Token first = name();
        List<String> names = new ArrayList<>(List.of(first.text()));
        while (take(".")) {
            names.add(name().text());
        }
        return new Query.Path(names, first.at());
    }

    SoqlException unexpected() {
        return unexpected(peek());
    }

    SoqlException unexpected(Token token) {
        return SoqlException.at("MALFORMED_QUERY", soql, token.at(), "unexpected token: " + token.text());
    }

    SoqlException refuse(String why) {
        return SoqlException.at("MALFORMED_QUERY", soql, peek().at(), why);
    }
}
