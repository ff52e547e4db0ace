package bizops.transform.raw;

/**
 * A column of a raw table. Immutable.
 *
 * @param name exactly as in the database
 * @param type PostgreSQL's name of the base type, such as {@code timestamptz}
 */
public record RawColumn(String name, String type) {}
