package bizops.tap.marketo.convert;

import bizops.singer.catalog.PropertySchema;
import bizops.singer.catalog.StreamSchema;
import bizops.singer.convert.BadValueException;
import bizops.singer.convert.Numbers;
import bizops.singer.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of fields and attributes, and how their values come in files (as text) and in JSON. */
public enum FieldType {
    TEXT,
    INTEGER,
    /** An integer whose decimals are cut off, as older taps have it for percentages. */
    TRUNCATED,
    NUMBER,
    BOOLEAN,
    DATE,
    DATE_TIME,
    ARRAY,
    /** An array of texts, numbers and booleans, declared as older taps do. */
    SCALARS,
    OBJECT,
    /** Where an asset stands: an object whose fields are declared, as older taps do. */
    FOLDER,
    /** The name and type of a type's attribute: an object whose fields are declared, as older taps do. */
    ATTRIBUTE,
    /** Sent as it comes. */
    ANY;

    /** The type of a {@code dataType}; the instance writes them in any case. */
    public static FieldType of(String dataType, TypeChoices choices) {
        return switch (dataType.strip().toLowerCase(Locale.ROOT)) {
            case "integer", "score" -> INTEGER;
            case "percent" -> choices.percentAsInteger() ? TRUNCATED : NUMBER;
            case "float", "currency" -> NUMBER;
            case "boolean" -> BOOLEAN;
            case "date" -> choices.dateAsDateTime() ? DATE_TIME : DATE;
            case "datetime" -> DATE_TIME;
            case "array" -> ARRAY;
            default -> TEXT;
        };
    }

    public PropertySchema schema() {
        return switch (this) {
            case TEXT -> PropertySchema.string();
            case INTEGER, TRUNCATED -> PropertySchema.integer();
            case NUMBER -> PropertySchema.number();
            case BOOLEAN -> PropertySchema.bool();
            case DATE -> PropertySchema.date();
            case DATE_TIME -> PropertySchema.dateTime();
            case ARRAY -> PropertySchema.array(PropertySchema.any());
            case SCALARS ->
                PropertySchema.array(
                        PropertySchema.of(Map.of("type", List.of("integer", "number", "string", "boolean", "null"))));
            case OBJECT -> PropertySchema.anyObject();
            case FOLDER ->
                PropertySchema.object(StreamSchema.of("type", TEXT.schema())
                        .field("value", INTEGER.schema())
                        .field("id", INTEGER.schema())
                        .field("folderName", TEXT.schema()));
            case ATTRIBUTE ->
                PropertySchema.object(StreamSchema.of("name", TEXT.schema()).field("dataType", TEXT.schema()));
            case ANY -> PropertySchema.any();
        };
    }

    /** The value of a file's cell. */
    public Object ofText(String text) throws BadValueException {
        return switch (this) {
            case TEXT, ANY -> text;
            case INTEGER -> Numbers.integer(text);
            case TRUNCATED -> Numbers.truncated(text);
            case NUMBER -> Numbers.decimal(text);
            case BOOLEAN -> bool(text);
            case DATE -> Stamps.date(text);
            case DATE_TIME -> Stamps.dateTime(text);
            case SCALARS -> scalars(parsed(text, List.class, "no JSON array"));
            case ARRAY -> parsed(text, List.class, "no JSON array");
            case OBJECT, FOLDER, ATTRIBUTE -> parsed(text, Map.class, "no JSON object");
        };
    }

    /** A value of a JSON answer; null stays null, and so does an empty text where texts are not wanted. */
    public @Nullable Object ofJson(@Nullable Object value) throws BadValueException {
        if (value == null || this == ANY) {
            return value;
        }
        return switch (this) {
            case TEXT -> value instanceof Map || value instanceof List ? Json.write(value) : plain(value);
            case BOOLEAN -> value instanceof Boolean ? value : ofScalar(value);
            case ARRAY -> value instanceof List ? value : List.of(value);
            case SCALARS -> scalars(value instanceof List ? value : List.of(value));
            case OBJECT, FOLDER, ATTRIBUTE -> value instanceof Map ? value : misfit(value, "no object");
            default -> ofScalar(value);
        };
    }

    private @Nullable Object ofScalar(Object value) throws BadValueException {
        if (value instanceof Map || value instanceof List || (value instanceof Boolean && this != BOOLEAN)) {
            return misfit(value, "not of type " + name().toLowerCase(Locale.ROOT));
        }
        String text = plain(value);
        return text.isEmpty() ? null : ofText(text);
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static Object scalars(Object array) throws BadValueException {
        for (Object item : (List<?>) array) {
            if (item instanceof Map || item instanceof List) {
                return misfit(array, "no array of scalars");
            }
        }
        return array;
    }

    private static Object bool(String text) throws BadValueException {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new BadValueException(text, "neither true nor false");
        };
    }

    private static Object parsed(String text, Class<?> wanted, String otherwise) throws BadValueException {
        try {
            Object value = Json.parse(text);
            if (wanted.isInstance(value)) {
                return value;
            }
        } catch (IOException noJson) {
            throw new BadValueException(text, otherwise);
        }
        throw new BadValueException(text, otherwise);
    }

    private static Object misfit(Object value, String why) throws BadValueException {
        throw new BadValueException(value, why);
    }
}
