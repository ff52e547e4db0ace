package bizops.transform.audit;

/**
 * Names a test among all tests of a build. Immutable.
 *
 * @param test the test, such as {@code unique(lead_id)}
 * @param model the relation that it looks at
 */
public record TestName(String test, String model) {}
