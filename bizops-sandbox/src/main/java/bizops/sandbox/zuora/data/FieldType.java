package bizops.sandbox.zuora.data;

import java.util.Locale;

/**
 * A type as describe names it. Values are held as String, Boolean, BigDecimal ({@code integer} too), LocalDate and
 * Instant.
 */
public enum FieldType {
    TEXT,
    LONGTEXT,
    PICKLIST,
    BOOLEAN,
    INTEGER,
    NUMBER,
    DECIMAL,
    DATE,
    DATETIME;

    /** The name in a describe reply. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isText() {
        return this == TEXT || this == LONGTEXT || this == PICKLIST;
    }

    public boolean isNumber() {
        return this == INTEGER || this == NUMBER || this == DECIMAL;
    }
}
