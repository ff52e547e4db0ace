package bizops.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One property of the generated rows. Immutable.
 *
 * @param nullable whether some rows have null there
 */
record Field(String name, Kind kind, boolean nullable) {
    enum Kind {
        KEY("\"type\": \"string\""),
        WORD("\"type\": [\"null\", \"string\"]"),
        SENTENCE("\"type\": [\"null\", \"string\"]"),
        INTEGER("\"type\": [\"null\", \"integer\"]"),
        MONEY("\"type\": [\"null\", \"number\"]"),
        FLAG("\"type\": [\"null\", \"boolean\"]"),
        MOMENT("\"type\": [\"null\", \"string\"], \"format\": \"date-time\""),
        DAY("\"type\": [\"null\", \"string\"], \"format\": \"date\""),
        OBJECT("\"type\": [\"null\", \"object\"]");

        private final String schema;

        Kind(String schema) {
            this.schema = schema;
        }

        String schema() {
            return schema;
        }
    }

    /** The 60 columns of a customer record: names and picklists above all, then times, amounts and flags. */
    static List<Field> wide() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("id", Kind.KEY, false));
        add(fields, 23, "label_", Kind.WORD);
        add(fields, 4, "address_", Kind.SENTENCE);
        add(fields, 8, "count_", Kind.INTEGER);
        add(fields, 8, "amount_", Kind.MONEY);
        add(fields, 6, "is_flag_", Kind.FLAG);
        add(fields, 6, "changed_at_", Kind.MOMENT);
        add(fields, 3, "due_on_", Kind.DAY);
        add(fields, 1, "extra_", Kind.OBJECT);
        return List.copyOf(fields);
    }

    /** Five columns. */
    static List<Field> narrow() {
        return List.of(
                new Field("id", Kind.KEY, false),
                new Field("label", Kind.WORD, true),
                new Field("count", Kind.INTEGER, true),
                new Field("amount", Kind.MONEY, true),
                new Field("changed_at", Kind.MOMENT, true));
    }

    private static void add(List<Field> fields, int count, String prefix, Kind kind) {
        for (int i = 1; i <= count; i++) {
            fields.add(new Field(prefix + (i < 10 ? "0" : "") + i, kind, i % 3 == 0));
        }
    }
}
