package bizops.sandbox.salesforce.soql;

import bizops.sandbox.salesforce.soql.Query.Function;
import bizops.sandbox.salesforce.soql.Query.Order;
import bizops.sandbox.salesforce.soql.Query.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recursive descent over SOQL: {@code SELECT … FROM … [WHERE …] [ORDER BY …] [LIMIT n] [OFFSET n]}, where fields
 * or aggregates are selected. */
final class Parser {
    private static final int MOST_OFFSET = 2000;

    private final Tokens tokens;

    private Parser(String soql) {
        this.tokens = new Tokens(soql);
    }

    static Query parse(String soql) {
        return new Parser(soql).query();
    }

    private Query query() {
        tokens.expect("SELECT");
        List<Function> aggregates = aggregates();
        List<Path> select = aggregates.isEmpty() ? select() : List.of();
        tokens.expect("FROM");
        Token object = tokens.name();
        if (tokens.peek().kind() == Token.Kind.NAME && !tokens.peekIsClause()) {
            throw tokens.refuse("the sandbox does not emulate aliases of objects");
        }
        Condition where = tokens.take("WHERE") ? new ConditionParser(tokens).condition() : null;
        if (tokens.peek().is("GROUP")
                || tokens.peek().is("HAVING")
                || tokens.peek().is("WITH")
                || tokens.peek().is("FOR")) {
            throw tokens.refuse(
                    "the sandbox does not emulate " + tokens.peek().text().toUpperCase(java.util.Locale.ROOT));
        }
        return new Query(
                select, aggregates, object.text(), object.at(), where, orderBy(), number("LIMIT", -1), offset());
    }

    /** All or none: fields beside aggregates would ask for GROUP BY. */
    private List<Function> aggregates() {
        List<Function> aggregates = new ArrayList<>();
        if (!isAggregate()) {
            return aggregates;
        }
        do {
            if (!isAggregate()) {
                throw tokens.refuse("the sandbox does not emulate GROUP BY: select aggregates or fields");
            }
            Aggregate.Kind kind = Aggregate.Kind.of(tokens.next().text());
            tokens.expect("(");
            Path path = tokens.path();
            tokens.expect(")");
            boolean named =
                    tokens.peek().kind() == Token.Kind.NAME && !tokens.peek().is("FROM");
            aggregates.add(new Function(kind, path, named ? tokens.next().text() : "expr" + aggregates.size()));
        } while (tokens.take(","));
        return aggregates;
    }

    /** A function with a field; {@code COUNT()} is another thing. */
    private boolean isAggregate() {
        return Aggregate.Kind.has(tokens.peek().text())
                && tokens.peekSecond().is("(")
                && !tokens.peekThird().is(")");
    }

    private List<Path> select() {
        List<Path> paths = new ArrayList<>();
        if (tokens.peek().is("COUNT") && tokens.peekSecond().is("(")) {
            tokens.expect("COUNT");
            tokens.expect("(");
            tokens.expect(")");
            return paths;
        }
        do {
            if (tokens.peek().is("(")
                    || tokens.peek().is("TYPEOF")
                    || tokens.peekSecond().is("(")) {
                throw tokens.refuse("the sandbox does not emulate subqueries, TYPEOF and functions in SELECT");
            }
            paths.add(tokens.path());
        } while (tokens.take(","));
        return paths;
    }

    private List<Order> orderBy() {
        List<Order> orders = new ArrayList<>();
        if (!tokens.take("ORDER")) {
            return orders;
        }
        tokens.expect("BY");
        do {
            Path path = tokens.path();
            boolean descending = tokens.take("DESC");
            if (!descending) {
                tokens.take("ASC");
            }
            orders.add(new Order(path, descending, nullsLast()));
        } while (tokens.take(","));
        return orders;
    }

    private boolean nullsLast() {
        if (!tokens.take("NULLS")) {
            return false;
        }
        if (tokens.take("FIRST")) {
            return false;
        }
        tokens.expect("LAST");
        return true;
    }

    private int offset() {
        int offset = number("OFFSET", 0);
        if (offset > MOST_OFFSET) {
            throw new SoqlException("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + MOST_OFFSET);
        }
        @Nullable Token rest = tokens.peek();
        if (rest.kind() != Token.Kind.END) {
            throw tokens.unexpected();
        }
        return offset;
    }

    private int number(String clause, int otherwise) {
        if (!tokens.take(clause)) {
            return otherwise;
        }
        Token number = tokens.next();
        try {
            int value = Integer.parseInt(number.text());
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw tokens.unexpected(number);
        }
        throw tokens.unexpected(number);
    }
}
