package bizops.target.reshape;

/**
 * A value that has no place in what is loaded.
 *
 * @param field as it came
 * @param problem such as {@code a string is no object}
 */
public record RefusedValue(String field, String problem) {}
