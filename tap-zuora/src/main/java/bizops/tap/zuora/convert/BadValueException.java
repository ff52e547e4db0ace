package bizops.tap.zuora.convert;

import bizops.singer.report.Quotes;

/** A value does not fit the declared type of its field; the row adds where it stood. Checked, so that nobody forgets. */
final class BadValueException extends Exception {
    private static final int SHOWN = 80;

    BadValueException(String value, String expected) {
        super(shown(value) + " is " + expected);
    }

    private static String shown(String value) {
        String cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return Quotes.of('"' + cut + '"');
    }
}
