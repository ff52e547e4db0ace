package bizops.target.validate;

/**
 * Why a record fails its schema. Immutable.
 *
 * @param field the top-level field; empty if the record as a whole fails
 * @param rule what is wrong, in words
 */
public record Violation(String field, String rule) {}
