package bizops.target.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a column's comment says of it to later runs. Immutable.
 *
 * @param property the property that the column belongs to; null where the comment names none
 * @param replaces the column of the same property that takes no new values any more; null where there is none
 */
public record ColumnNote(
        @Nullable String property, @Nullable String replaces) {
    /** Of a column without such a comment. */
    public static final ColumnNote NONE = new ColumnNote(null, null);

    private static final String PREFIX = "singer:";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a comment; one of somebody else says nothing. */
    static ColumnNote read(@Nullable String comment) {
        if (comment == null || !comment.startsWith(PREFIX)) {
            return NONE;
        }
        try {
            JsonNode note = JSON.readTree(comment.substring(PREFIX.length()));
            JsonNode name = note.path("name");
            JsonNode replaces = note.path("replaces");
            return name.isTextual()
                    ? new ColumnNote(name.textValue(), replaces.isTextual() ? replaces.textValue() : null)
                    : NONE;
        } catch (JsonProcessingException someoneElses) {
            return NONE;
        }
    }

    /** The comment, such as {@code singer:{"name":"Id"}}. */
    String text() {
        ObjectNode note = JSON.createObjectNode().put("name", property);
        if (replaces != null) {
            note.put("replaces", replaces);
        }
        return PREFIX + note;
    }
}
