package bizops.singer.testkit.schema;

/** A schema that no record can be judged by. */
public final class UnusableSchema extends Exception {
    private static final long serialVersionUID = 1;

    UnusableSchema(String problem) {
        super(problem);
    }
}
