package bizops.sandbox.salesforce.data;

import java.util.Locale;

/** A Salesforce field type, with the JSON kind of its values and its soap name. */
public enum FieldType {
    ID(Kind.TEXT, "tns:ID"),
    REFERENCE(Kind.TEXT, "tns:ID"),
    STRING(Kind.TEXT, "xsd:string"),
    TEXTAREA(Kind.TEXT, "xsd:string"),
    PICKLIST(Kind.TEXT, "xsd:string"),
    MULTIPICKLIST(Kind.TEXT, "xsd:string"),
    COMBOBOX(Kind.TEXT, "xsd:string"),
    PHONE(Kind.TEXT, "xsd:string"),
    EMAIL(Kind.TEXT, "xsd:string"),
    URL(Kind.TEXT, "xsd:string"),
    BOOLEAN(Kind.BOOLEAN, "xsd:boolean"),
    INT(Kind.NUMBER, "xsd:int"),
    DOUBLE(Kind.NUMBER, "xsd:double"),
    CURRENCY(Kind.NUMBER, "xsd:double"),
    PERCENT(Kind.NUMBER, "xsd:double"),
    DATE(Kind.DATE, "xsd:date"),
    DATETIME(Kind.DATETIME, "xsd:dateTime"),
    ADDRESS(Kind.COMPOUND, "urn:address"),
    ANYTYPE(Kind.TEXT, "xsd:anyType");

    /** How values are held: String, Boolean, BigDecimal, LocalDate, Instant; a compound has no value of its own. */
    public enum Kind {
        TEXT,
        BOOLEAN,
        NUMBER,
        DATE,
        DATETIME,
        COMPOUND
    }

    private final Kind kind;
    private final String soapName;

    FieldType(Kind kind, String soapName) {
        this.kind = kind;
        this.soapName = soapName;
    }

    public Kind kind() {
        return kind;
    }

    public String soapName() {
        return soapName;
    }

    /** The name in a describe reply. */
    public String apiName() {
        return this == ANYTYPE ? "anyType" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether values are record ids, compared by their first 15 characters with case. */
    public boolean isId() {
        return this == ID || this == REFERENCE;
    }
}
