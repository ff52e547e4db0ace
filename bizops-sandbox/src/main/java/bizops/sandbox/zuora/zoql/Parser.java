package bizops.sandbox.zuora.zoql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The grammar: {@code select … from … where … order by … limit …}. Aliases of columns, {@code group by} and
 * {@code having} are refused, and functions but for the aggregates of Data Query. What a literal looks like differs between the languages.
 */
abstract class Parser {
    private static final int LONGEST = 20_000;

    final Tokens tokens;

    Parser(Tokens tokens) {
        this.tokens = tokens;
    }

    static Query parse(String query) {
        if (query.length() > LONGEST) {
            throw new ZoqlException("the query is longer than 20000 characters");
        }
        return new ExportParser(new Tokens(query)).query();
    }

    Query query() {
        tokens.expect("select");
        List<Query.Function> functions = functions();
        List<Query.Path> columns = functions.isEmpty() ? columns() : List.of();
        tokens.expect("from");
        String object = tokens.name();
        Condition where = tokens.take("where") ? any() : null;
        List<Query.Order> order = order();
        long offset = 0;
        long limit = Long.MAX_VALUE;
        if (tokens.take("limit")) {
            limit = count();
            if (tokens.take(",")) {
                offset = limit;
                limit = count();
            }
        }
        if (tokens.peek().kind() != Token.Kind.END) {
            throw Tokens.unexpected(tokens.peek());
        }
        return new Query(columns, functions, object, where, order, offset, limit);
    }

    /** Aggregates instead of columns, in a language that has them. */
    List<Query.Function> functions() {
        return List.of();
    }

    private List<Query.Path> columns() {
        List<Query.Path> columns = new ArrayList<>();
        do {
            columns.add(column());
        } while (tokens.take(","));
        return columns;
    }

    private Query.Path column() {
        if (tokens.take("*")) {
            return new Query.Path(null, "*");
        }
        String first = tokens.name();
        if (!tokens.take(".")) {
            return new Query.Path(null, first);
        }
        return new Query.Path(first, tokens.take("*") ? "*" : tokens.name());
    }

    Query.Path path() {
        String first = tokens.name();
        return tokens.take(".") ? new Query.Path(first, tokens.name()) : new Query.Path(null, first);
    }

    private List<Query.Order> order() {
        List<Query.Order> order = new ArrayList<>();
        if (tokens.take("order")) {
            tokens.expect("by");
            do {
                Query.Path path = path();
                boolean descending = tokens.take("desc");
                if (!descending) {
                    tokens.take("asc");
                }
                order.add(new Query.Order(path, descending));
            } while (tokens.take(","));
        }
        return order;
    }

    private long count() {
        Token token = tokens.next();
        if (!token.text().matches("\\d{1,12}")) {
            throw Tokens.unexpected(token);
        }
        return Long.parseLong(token.text());
    }

    private Condition any() {
        List<Condition> parts = new ArrayList<>(List.of(all()));
        while (tokens.take("or")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
    }

    private Condition all() {
        List<Condition> parts = new ArrayList<>(List.of(one()));
        while (tokens.take("and")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }

    private Condition one() {
        if (tokens.take("not")) {
            return new Condition.Not(one());
        }
        if (tokens.take("(")) {
            Condition inner = any();
            tokens.expect(")");
            return inner;
        }
        Query.Path path = path();
        if (tokens.take("is")) {
            boolean negated = tokens.take("not");
            tokens.expect("null");
            return new Condition.IsNull(path, negated);
        }
        Operator operator = operator();
        Token literal = literal();
        if (literal.is("null") && (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL)) {
            return new Condition.IsNull(path, operator == Operator.NOT_EQUAL);
        }
        boolean value = literal.kind() == Token.Kind.STRING
                || literal.kind() == Token.Kind.NUMBER
                || literal.is("true")
                || literal.is("false");
        if (!value) {
            throw Tokens.unexpected(literal);
        }
        return new Condition.Comparison(path, operator, literal.text());
    }

    /** The value that a field is compared with. */
    Token literal() {
        return tokens.next();
    }

    private Operator operator() {
        Token token = tokens.next();
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "=" -> Operator.EQUAL;
            case "!=", "<>" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            case "like" -> Operator.LIKE;
            default -> throw Tokens.unexpected(token);
        };
    }
}
