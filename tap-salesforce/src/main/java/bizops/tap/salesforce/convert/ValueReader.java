package bizops.tap.salesforce.convert;

import bizops.singer.convert.BadValueException;
import bizops.singer.convert.Numbers;
import bizops.tap.salesforce.discover.FieldKind;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one JSON value by the kind of its field; the parser stands on the value's token. Owned by one thread. */
final class ValueReader {
    private static final Set<String> NUMBERS_OF_COMPOUNDS = Set.of("latitude", "longitude");

    private static final JsonFactory COPIES = new JsonFactory();

    private final Texts texts = new Texts();
    private long notFinite;

    /** The value, null for null and for numbers that are none (counted). */
    @Nullable
    Object read(FieldKind kind, JsonParser parser) throws IOException, BadValueException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (kind) {
            case ID, TEXT, TIME, ANY, JSON, BASE64, UNSUPPORTED -> text(parser);
            case BOOLEAN -> bool(parser);
            case INTEGER -> number(parser, true);
            case DECIMAL -> number(parser, false);
            case DATE -> Stamps.date(scalar(parser));
            case DATETIME -> Stamps.dateTime(scalar(parser));
            case ADDRESS, LOCATION -> compound(parser);
        };
    }

    /** Lone surrogates replaced so far. */
    long replaced() {
        return texts.replaced();
    }

    /** Values such as NaN that became null so far. */
    long notFinite() {
        return notFinite;
    }

    private String text(JsonParser parser) throws IOException {
        if (parser.currentToken().isStructStart()) {
            StringWriter json = new StringWriter();
            try (JsonGenerator copy = COPIES.createGenerator(json)) {
                copy.copyCurrentStructure(parser);
            }
            return texts.clean(json.toString());
        }
        return texts.clean(parser.getText());
    }

    private static String scalar(JsonParser parser) throws IOException, BadValueException {
        if (parser.currentToken().isStructStart()) {
            String start = parser.getText();
            parser.skipChildren();
            throw new BadValueException(start, "no single value");
        }
        return parser.getText();
    }

    private static Boolean bool(JsonParser parser) throws IOException, BadValueException {
        String text = scalar(parser);
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new BadValueException(text, "neither true nor false");
        };
    }

    /** Whether the text stands for something that is no number and that no JSON number can say. */
    static boolean isNotFinite(String text) {
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }

    private @Nullable Number number(JsonParser parser, boolean whole) throws IOException, BadValueException {
        String text = scalar(parser);
        if (isNotFinite(text)) {
            notFinite++;
            return null;
        }
        return whole ? Numbers.integer(text) : Numbers.decimal(text);
    }

    private Map<String, @Nullable Object> compound(JsonParser parser) throws IOException, BadValueException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new BadValueException(scalar(parser), "no address or location");
        }
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String part = parser.currentName();
            parser.nextToken();
            parts.put(part, read(NUMBERS_OF_COMPOUNDS.contains(part) ? FieldKind.DECIMAL : FieldKind.TEXT, parser));
        }
        return parts;
    }
}
