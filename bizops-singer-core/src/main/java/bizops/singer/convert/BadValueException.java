package bizops.singer.convert;

import bizops.singer.report.Quotes;

/** A value does not fit the type of its field; the row adds where it stood. Checked, so that nobody forgets. */
public final class BadValueException extends Exception {
    private static final int SHOWN = 80;

    /**
     * @param value as the vendor sent it; long ones are shown cut
     * @param expected what is wrong, to follow the word "is", such as {@code no number}
     */
    public BadValueException(Object value, String expected) {
        super(shown(value.toString()) + " is " + expected);
    }

    private static String shown(String value) {
        String cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return Quotes.of('"' + cut + '"');
    }
}
