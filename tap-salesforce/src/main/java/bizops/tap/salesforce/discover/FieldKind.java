package bizops.tap.salesforce.discover;

import java.util.Locale;

/** How the values of a field are read and what JSON Schema they get; the many field types fold into these. */
public enum FieldKind {
    /** An 18-character record id. */
    ID,
    TEXT,
    BOOLEAN,
    INTEGER,
    /** A number whose digits are kept as sent. */
    DECIMAL,
    DATE,
    DATETIME,
    /** Time of day, kept as text such as {@code 15:30:00.000Z}. */
    TIME,
    ADDRESS,
    LOCATION,
    /** A value of varying type, as in field history; kept as the text that was sent, so that {@code 007} stays. */
    ANY,
    /** A JSON document, kept as its text. */
    JSON,
    /** Binary content: a reply only gives a path to it. */
    BASE64,
    /** Types of metadata objects and types nobody has told us of. */
    UNSUPPORTED;

    /** The kind of a describe's {@code type}; an unknown type falls back to its {@code soapType}. */
    public static FieldKind of(String type, String soapType) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "id", "reference" -> ID;
            case "string",
                    "picklist",
                    "multipicklist",
                    "combobox",
                    "phone",
                    "url",
                    "email",
                    "textarea",
                    "encryptedstring",
                    "masterrecord",
                    "datacategorygroupreference",
                    "complexvalue" -> TEXT;
            case "boolean" -> BOOLEAN;
            case "int", "long" -> INTEGER;
            case "double", "currency", "percent" -> DECIMAL;
            case "date" -> DATE;
            case "datetime" -> DATETIME;
            case "time" -> TIME;
            case "address" -> ADDRESS;
            case "location" -> LOCATION;
            case "anytype" -> ANY;
            case "json" -> JSON;
            case "base64" -> BASE64;
            default -> ofSoapType(soapType);
        };
    }

    private static FieldKind ofSoapType(String soapType) {
        return switch (soapType) {
            case "tns:ID" -> ID;
            case "xsd:string" -> TEXT;
            case "xsd:boolean" -> BOOLEAN;
            case "xsd:int", "xsd:long" -> INTEGER;
            case "xsd:double" -> DECIMAL;
            case "xsd:date" -> DATE;
            case "xsd:dateTime" -> DATETIME;
            case "xsd:time" -> TIME;
            case "urn:address" -> ADDRESS;
            case "urn:location" -> LOCATION;
            case "xsd:anyType" -> ANY;
            case "tns:json" -> JSON;
            default -> UNSUPPORTED;
        };
    }
}
