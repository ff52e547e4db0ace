package bizops.singer.testkit.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A message and the line it stood on. Immutable, by agreement: nobody changes the tree. */
public record Message(Line line, JsonNode body) {
    /** Whether it is of this type; the specification ignores case here. */
    public boolean is(String type) {
        return type().equals(type);
    }

    /** In upper case. */
    public String type() {
        return body.path("type").asText().toUpperCase(Locale.ROOT);
    }

    /** The stream's name; empty if it has none. */
    public String stream() {
        return body.path("stream").asText();
    }

    /** A SCHEMA's schema. */
    public JsonNode schema() {
        return body.path("schema");
    }

    /** A RECORD's record. */
    public JsonNode record() {
        return body.path("record");
    }

    /** A STATE's value. */
    public JsonNode value() {
        return body.path("value");
    }

    /** The names in a list, or the one name that stands there without a list. */
    public List<String> names(String field) {
        JsonNode given = body.path(field);
        if (given.isTextual()) {
            return List.of(given.asText());
        }
        List<String> names = new ArrayList<>();
        given.forEach(name -> names.add(name.asText()));
        return names;
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
