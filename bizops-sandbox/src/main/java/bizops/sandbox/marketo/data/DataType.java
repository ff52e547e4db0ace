package bizops.sandbox.marketo.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** The data types of lead fields (section 5 of the vendor notes) and how their values are held. */
public enum DataType {
    STRING,
    EMAIL,
    URL,
    PHONE,
    TEXT,
    REFERENCE,
    INTEGER,
    SCORE,
    FLOAT,
    CURRENCY,
    PERCENT,
    BOOLEAN,
    DATE,
    DATETIME;

    /** As describe writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value given as text, Boolean, number or already as it is held; says what is wrong with it. */
    public Object read(Object value) {
        String text = value.toString();
        return switch (this) {
            case STRING, EMAIL, URL, PHONE, TEXT, REFERENCE -> text;
            case INTEGER, SCORE -> Long.valueOf(text);
            case FLOAT, CURRENCY, PERCENT -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case DATETIME -> value instanceof Instant ? value : Wire.parse(text);
        };
    }
}
