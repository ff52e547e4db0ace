package bizops.sandbox.zuora.zoql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Data Query's SQL that the sandbox knows: a SELECT of columns or aggregates from one table with conditions, order and limit; times are
 * {@code TIMESTAMP '2018-06-02 18:17:07 -07:00'}.
 */
final class SqlParser extends Parser {
    private static final Pattern TIMESTAMP =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}:\\d{2})(?:\\.0+)? ?(Z|UTC|[+-]\\d{2}:\\d{2})?");

    private SqlParser(Tokens tokens) {
        super(tokens);
    }

    static Query parse(String query) {
        return new SqlParser(new Tokens(query)).query();
    }

    @Override
    List<Query.Function> functions() {
        List<Query.Function> functions = new ArrayList<>();
        if (!isAggregate()) {
            return functions;
        }
        do {
            if (!isAggregate()) {
                throw new ZoqlException(
                        "'" + tokens.peek().text() + "' must be an aggregate expression or appear in GROUP BY clause");
            }
            Aggregate.Kind kind = Aggregate.Kind.of(tokens.next().text());
            tokens.expect("(");
            boolean rows = kind == Aggregate.Kind.COUNT && tokens.take("*");
            Query.Path path = rows ? null : path();
            tokens.expect(")");
            functions.add(
                    new Query.Function(kind, path, tokens.take("as") ? tokens.name() : "_col" + functions.size()));
        } while (tokens.take(","));
        return functions;
    }

    private boolean isAggregate() {
        return Aggregate.Kind.has(tokens.peek().text()) && tokens.peekSecond().is("(");
    }

    @Override
    Token literal() {
        if (tokens.take("date")) {
            return tokens.next();
        }
        if (!tokens.take("timestamp")) {
            Token token = tokens.next();
            if (token.kind() == Token.Kind.STRING
                    && TIMESTAMP.matcher(token.text()).matches()) {
                throw new ZoqlException("Cannot apply operator: timestamp with time zone, varchar");
            }
            return token;
        }
        Token token = tokens.next();
        Matcher parts = TIMESTAMP.matcher(token.text());
        if (!parts.matches()) {
            throw new ZoqlException("'" + token.text() + "' is not a valid timestamp literal");
        }
        String zone = parts.group(3) == null ? "" : parts.group(3).replace("UTC", "Z");
        return new Token(Token.Kind.STRING, parts.group(1) + "T" + parts.group(2) + zone);
    }
}
