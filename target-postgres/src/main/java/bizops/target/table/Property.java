package bizops.target.table;

/**
 * One top-level property of a stream and the type that its schema asks for. Immutable.
 *
 * @param textFallback whether a text that is no date-time turns the column to text instead of being an error
 */
public record Property(String name, ColumnType type, boolean textFallback) {
    /** The same property with another type. */
    public Property as(ColumnType wider) {
        return new Property(name, wider, false);
    }
}
