package bizops.tap.salesforce.convert;

import bizops.singer.convert.BadValueException;
import bizops.singer.error.InputException;
import bizops.tap.salesforce.discover.FieldDescription;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a reply into records: every value by the type that describe gives its field, the vendor's
 * {@code attributes} left out. A value that does not fit stops the stream with its row and field named, since a null in
 * its place would be a silent loss. Owned by one thread at a time.
 */
public final class RowConverter {
    private final String object;
    private final String idField;
    private final Map<String, FieldDescription> exact = new HashMap<>();
    private final Map<String, FieldDescription> folded = new HashMap<>();
    private final ValueReader values = new ValueReader();
    private final FieldDescription[] asked;

    /** A converter for rows of {@code object} that hold {@code fields}; {@code idField} names a row in messages. */
    public RowConverter(String object, String idField, List<FieldDescription> fields) {
        this.object = object;
        this.idField = idField;
        this.asked = fields.toArray(FieldDescription[]::new);
        for (FieldDescription field : fields) {
            exact.put(field.name(), field);
            folded.put(field.name().toLowerCase(Locale.ROOT), field);
        }
    }

    /** The record of the row whose opening brace the parser stands on; afterwards it stands on the closing one. */
    public Map<String, @Nullable Object> convert(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(asked.length * 4 / 3 + 1);
        int place = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            FieldDescription field = field(parser.currentName(), place);
            parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else {
                row.put(field.name(), value(field, parser, row));
                place++;
            }
        }
        return row;
    }

    /** Lone surrogates that became U+FFFD so far. */
    public long replacedSurrogates() {
        return values.replaced();
    }

    /** Values such as NaN that became null so far. */
    public long notFinite() {
        return values.notFinite();
    }

    /** Fields come in the order in which they were asked for, mostly. */
    private @Nullable FieldDescription field(String name, int place) {
        if (place < asked.length && asked[place].name().equals(name)) {
            return asked[place];
        }
        FieldDescription field = exact.get(name);
        return field != null ? field : folded.get(name.toLowerCase(Locale.ROOT));
    }

    private @Nullable Object value(FieldDescription field, JsonParser parser, Map<String, @Nullable Object> row)
            throws IOException {
        try {
            Object value = values.read(field.kind(), parser);
            if (value instanceof String text && FieldLimit.exceeds(text)) {
                throw FieldLimit.exceeded(object, row.get(idField), field.name());
            }
            return value;
        } catch (StreamConstraintsException tooLarge) {
            throw FieldLimit.exceeded(object, row.get(idField), field.name());
        } catch (BadValueException bad) {
            Object id = row.get(idField);
            throw new InputException(
                    "stream \"" + object + "\", record " + (id == null ? "(id not yet read)" : id) + ", field \""
                            + field.name() + "\": " + bad.getMessage() + ", which its type " + field.type()
                            + " asks for; correct the record in Salesforce, or deselect the field",
                    bad);
        }
    }
}
