package bizops.target.table;

/**
 * One column on its way from a temporary table into the table. Immutable.
 *
 * @param temporary its name in the temporary table
 * @param encoded the type its values were encoded for, which is its type in the temporary table
 * @param name its name in the table
 * @param type its type in the table
 * @param data whether it holds a property, not metadata
 */
public record PlannedColumn(
        String temporary, ColumnType encoded, String name, ColumnType type, boolean data, boolean key) {

    /** SQL for its value, read from the temporary table under the name {@code alias}. */
    public String value(String alias) {
        return converted(alias + "." + temporary);
    }

    /** SQL for an expression of the type it is encoded for as a value of its type in the table. */
    public String converted(String expression) {
        return Conversion.sql(expression, encoded, type);
    }

    /** SQL by which two values of the column are told apart; some types know no equality, or too generous a one. */
    public String compared(String expression) {
        return switch (type.kind()) {
            case OTHER, JSON, ARRAY -> "(" + expression + ")::text";
            default -> expression;
        };
    }

    /** SQL for the value of an expression of type {@code from}. */
    public String valueOf(String expression, ColumnType from) {
        return Conversion.sql(expression, from, type);
    }

    public String quoted() {
        return Identifier.quote(name);
    }
}
