package bizops.sandbox.salesforce.soql;

import java.util.List;

/** What a WHERE clause says. */
sealed interface Condition {
    record And(List<Condition> parts) implements Condition {}

    record Or(List<Condition> parts) implements Condition {}

    record Not(Condition part) implements Condition {}

    record Comparison(Query.Path path, Operator operator, Literal value) implements Condition {}

    record In(Query.Path path, boolean negated, List<Literal> values) implements Condition {}
}
