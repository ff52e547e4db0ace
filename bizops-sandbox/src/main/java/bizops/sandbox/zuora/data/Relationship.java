package bizops.sandbox.zuora.data;

/** One related row: {@code BillToContact} of an account is a Contact. Its id is no field of the object. */
public record Relationship(String name, String object) {
    /** The name under which rows hold the related row's id, and the name of that id in queries. */
    public String key() {
        return key(name);
    }

    static String key(String relationship) {
        return relationship + ".Id";
    }

    /** As the user interface writes it: {@code Bill To Contact}. */
    public String label() {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    }
}
