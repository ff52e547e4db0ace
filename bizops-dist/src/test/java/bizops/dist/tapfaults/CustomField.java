package bizops.dist.tapfaults;

/**
 * A custom field that administrators have made.
 *
 * @param definition its type, as the sandbox writes it
 */
record CustomField(String object, String name, String definition) {
    /** The definition's first word. */
    String type() {
        return definition.replaceFirst("[( ].*", "");
    }

    /** A value of its type, another for each number. */
    Object value(int number) {
        return switch (type()) {
            case "double", "decimal" -> "-1234567890123456." + (1 + number % 9);
            case "integer" -> number;
            case "boolean" -> number % 2 == 0;
            case "date" -> "2026-02-" + (10 + number % 19);
            case "textarea" -> "line one\r\nof \"a\" long \\N text 🦄; ".repeat(20) + number;
            default -> number % 2 == 0 ? "Gold" : "Silver";
        };
    }
}
