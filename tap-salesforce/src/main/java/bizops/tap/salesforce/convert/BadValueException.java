package bizops.tap.salesforce.convert;

/** A value does not fit the declared type of its field; the row adds where it stood. Checked, so that nobody forgets. */
final class BadValueException extends Exception {
    private static final int SHOWN = 80;

    BadValueException(String value, String expected) {
        super("\"" + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + "\" is " + expected);
    }
}
