package bizops.sandbox.salesforce.soql;

/** A comparison operator. */
enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    LIKE;

    /** Whether a comparison result (as of a comparator) satisfies the operator; LIKE has no such result. */
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
            case LIKE -> throw new IllegalStateException("LIKE compares patterns");
        };
    }
}
