package bizops.sandbox.zuora.zoql;

import java.util.List;

/** What a where clause says. */
sealed interface Condition {
    record And(List<Condition> parts) implements Condition {}

    record Or(List<Condition> parts) implements Condition {}

    record Not(Condition part) implements Condition {}

    /** A comparison with a literal as it is written, without quotes. */
    record Comparison(Query.Path path, Operator operator, String literal) implements Condition {}

    record IsNull(Query.Path path, boolean negated) implements Condition {}
}
