package bizops.transform.publish;

/**
 * Something outside the published schemas that stands on a relation in them.
 *
 * @param kind view, materialized view or function
 * @param options of a view, as {@code WITH (...)} takes them; may be empty
 * @param definition query of a view; empty for others
 */
record Dependent(String kind, String schema, String name, String options, String definition) {

    boolean isRebindable() {
        return kind.equals("view");
    }

    @Override
    public String toString() {
        return kind + " " + schema + "." + name;
    }
}
