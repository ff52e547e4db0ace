package bizops.target.table;

/**
 * One top-level property of a stream and the type that its schema asks for. Immutable.
 *
 * @param form how its texts are read
 */
public record Property(String name, ColumnType type, Form form) {

    /** What the texts of a property are, where the column type does not say it. */
    public enum Form {
        PLAIN,
        /** A date-time; a text that is none turns the column to text instead of being an error. */
        MAYBE_TEXT,
        /** Bytes as hexadecimal digits. */
        BASE16,
        /** Bytes in base 64. */
        BASE64
    }

    static Property plain(String name, ColumnType type) {
        return new Property(name, type, Form.PLAIN);
    }

    /** Whether a text that is no date-time turns the column to text instead of being an error. */
    public boolean textFallback() {
        return form == Form.MAYBE_TEXT;
    }

    /** The same property with another type. */
    public Property as(ColumnType wider) {
        return plain(name, wider);
    }
}
