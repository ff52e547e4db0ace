package bizops.target.table;

import bizops.target.table.ColumnType.Kind;

/** The SQL that turns a value of one type into a value of another, without a loss. */
final class Conversion {
    private static final String ISO_REST = "'-MM-DD\"T\"HH24:MI:SS.US\"Z\"'";

    private Conversion() {}

    /** SQL for {@code expression} of type {@code from} as a value of type {@code to}. */
    static String sql(String expression, ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return expression;
        }
        return switch (to.kind()) {
            case JSONB -> jsonb(expression, from);
            case JSON -> jsonb(expression, from) + "::json";
            // Not cast to text of a limited length either: a cast would cut it, where an assignment refuses it.
            case TEXT, VARCHAR -> text(expression, from);
            case ARRAY -> array(expression, to);
            case OTHER -> text(expression, from) + "::" + to.sql();
            case TIMESTAMPTZ ->
                from.kind() == Kind.DATE
                        ? "(" + expression + "::timestamp AT TIME ZONE 'UTC')"
                        : expression + "::" + to.sql();
            case TIMESTAMP -> timestamp(expression, from, to);
            case NUMERIC ->
                // The server's own cast would keep 15 digits only.
                from.kind() == Kind.DOUBLE ? expression + "::text::" + to.sql() : expression + "::" + to.sql();
            default -> expression + "::" + to.sql();
        };
    }

    /** Whether the server writes every row of a table anew to give a column the other type. */
    static boolean rewrites(ColumnType from, ColumnType to) {
        boolean textual = from.kind() == Kind.TEXT || from.kind() == Kind.VARCHAR;
        boolean widensText = textual && to.kind() == Kind.TEXT && !from.sql().startsWith("character(");
        boolean widensNumeric = from.kind() == Kind.NUMERIC && to.isUnlimitedNumeric();
        boolean widensTime = from.kind() == to.kind() && from.kind() != Kind.NUMERIC;
        return !widensText && !widensNumeric && !widensTime;
    }

    private static String jsonb(String expression, ColumnType from) {
        return switch (from.kind()) {
            case JSONB -> expression;
            case TIMESTAMPTZ -> "to_jsonb(" + text(expression, from) + ")";
            default -> "to_jsonb(" + expression + ")";
        };
    }

    private static String timestamp(String expression, ColumnType from, ColumnType to) {
        return switch (from.kind()) {
            case TIMESTAMPTZ -> "(" + expression + " AT TIME ZONE 'UTC')";
            case TEXT -> "(" + expression + "::timestamptz AT TIME ZONE 'UTC')";
            default -> expression + "::" + to.sql();
        };
    }

    private static String text(String expression, ColumnType from) {
        return switch (from.kind()) {
            case TEXT -> expression;
            case TIMESTAMPTZ -> iso(expression);
            case JSONB -> "(" + expression + " #>> '{}')";
            default -> expression + "::text";
        };
    }

    /** As ISO 8601 in UTC. {@code to_char} alone has nothing for infinity, and forgets on which side of the year 1. */
    private static String iso(String expression) {
        String utc = "(" + expression + " AT TIME ZONE 'UTC')";
        String year = "extract(year FROM " + utc + ")";
        return "(CASE WHEN NOT isfinite(" + expression + ") THEN " + expression + "::text ELSE to_char(CASE WHEN "
                + year
                + " < 0 THEN " + year + " + 1 ELSE " + year + " END, 'FM9990000') || to_char(" + utc + ", " + ISO_REST
                + ") END)";
    }

    /** Of a JSON array; anything else is cast from its text, which the server refuses unless it is an array's. */
    private static String array(String expression, ColumnType to) {
        String element = to.sql().substring(0, to.sql().length() - "[]".length());
        ColumnType type = ColumnType.named(element);
        boolean json = type.kind() == Kind.JSONB || type.kind() == Kind.JSON;
        String values = json ? "jsonb_array_elements" : "jsonb_array_elements_text";
        String one = json ? "e::" + element : sql("e", ColumnType.TEXT, type);
        return "(CASE WHEN jsonb_typeof(" + expression + ") = 'array' THEN ARRAY(SELECT " + one + " FROM " + values
                + "("
                + expression + ") WITH ORDINALITY AS x (e, place) ORDER BY place)::" + to.sql() + " ELSE (" + expression
                + " #>> '{}')::" + to.sql() + " END)";
    }
}
