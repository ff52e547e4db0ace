package bizops.sandbox.salesforce.soql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The WHERE clause. AND and OR may not be mixed without parentheses, as in SOQL. */
final class ConditionParser {
    private static final DateTimeFormatter DATETIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private final Tokens tokens;

    ConditionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Condition condition() {
        List<Condition> parts = new ArrayList<>(List.of(negation()));
        String word = tokens.peek().is("AND") ? "AND" : "OR";
        while (tokens.take(word)) {
            parts.add(negation());
        }
        if (tokens.peek().is("AND") || tokens.peek().is("OR")) {
            throw tokens.unexpected();
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return word.equals("AND") ? new Condition.And(parts) : new Condition.Or(parts);
    }

    private Condition negation() {
        if (tokens.take("NOT")) {
            return new Condition.Not(negation());
        }
        if (tokens.take("(")) {
            Condition inner = condition();
            tokens.expect(")");
            return inner;
        }
        return comparison();
    }

    private Condition comparison() {
        Query.Path path = tokens.path();
        if (tokens.take("IN")) {
            return new Condition.In(path, false, list());
        }
        if (tokens.take("NOT")) {
            tokens.expect("IN");
            return new Condition.In(path, true, list());
        }
        return new Condition.Comparison(path, operator(), literal());
    }

    private Operator operator() {
        Token token = tokens.next();
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "=" -> Operator.EQUAL;
            case "!=", "<>" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            case "LIKE" -> Operator.LIKE;
            default -> throw tokens.unexpected(token);
        };
    }

    private List<Literal> list() {
        tokens.expect("(");
        List<Literal> values = new ArrayList<>();
        do {
            if (tokens.peek().is("SELECT")) {
                throw tokens.refuse("the sandbox does not emulate subqueries");
            }
            values.add(literal());
        } while (tokens.take(","));
        tokens.expect(")");
        return values;
    }

    private Literal literal() {
        Token token = tokens.next();
        try {
            return switch (token.kind()) {
                case STRING -> new Literal.Text(token.text());
                case NUMBER -> new Literal.Numeric(new BigDecimal(token.text()));
                case DATE -> new Literal.Date(LocalDate.parse(token.text()));
                case DATETIME ->
                    new Literal.DateTime(
                            OffsetDateTime.parse(token.text(), DATETIME).toInstant());
                case NAME -> word(token);
                case SYMBOL, END -> throw tokens.unexpected(token);
            };
        } catch (DateTimeException e) {
            throw tokens.unexpected(token);
        }
    }

    private Literal word(Token token) {
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "TRUE" -> new Literal.Bool(true);
            case "FALSE" -> new Literal.Bool(false);
            case "NULL" -> new Literal.Null();
            case "TODAY" -> new Literal.Days(0, 0);
            case "YESTERDAY" -> new Literal.Days(-1, -1);
            case "TOMORROW" -> new Literal.Days(1, 1);
            case "LAST_N_DAYS" -> new Literal.Days(-days(), 0);
            case "NEXT_N_DAYS" -> new Literal.Days(1, days());
            default -> throw tokens.unexpected(token);
        };
    }

    private int days() {
        tokens.expect(":");
        Token number = tokens.next();
        if (number.kind() != Token.Kind.NUMBER || !number.text().matches("\\d{1,5}")) {
            throw tokens.unexpected(number);
        }
        return Integer.parseInt(number.text());
    }
}
