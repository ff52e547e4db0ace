package bizops.tap.salesforce.convert;

import bizops.tap.salesforce.discover.FieldDescription;

/**
 * What one column of CSV means for a record. Immutable.
 *
 * @param field the field that the column holds
 * @param owner the field of the record: the same, or the address or location that the column is a part of
 * @param part the name inside {@code owner}; empty if the column is the field itself
 */
public record CsvColumn(FieldDescription field, FieldDescription owner, String part) {
    /** A column that is a field of the record by itself. */
    public static CsvColumn of(FieldDescription field) {
        return new CsvColumn(field, field, "");
    }
}
