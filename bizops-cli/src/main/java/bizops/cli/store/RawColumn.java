package bizops.cli.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a raw table. Immutable.
 *
 * @param type as the server names it, without lengths
 * @param property the field that target-postgres's comment ties it to
 * @param replaces the column of the same field that takes no new values any more
 */
public record RawColumn(String name, String type, Optional<String> property, Optional<String> replaces) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMMENT = "singer:";
    private static final Set<String> NUMBERS =
            Set.of("numeric", "bigint", "integer", "smallint", "double precision", "real");

    static RawColumn of(String name, String type, String comment) {
        JsonNode note = JSON.missingNode();
        if (comment.startsWith(COMMENT)) {
            try {
                note = JSON.readTree(comment.substring(COMMENT.length()));
            } catch (JsonProcessingException somebodyElses) {
                note = JSON.missingNode();
            }
        }
        return new RawColumn(name, type, text(note, "name"), text(note, "replaces"));
    }

    /** Whether its values can be summed. */
    public boolean isNumber() {
        return NUMBERS.contains(type);
    }

    /** For SQL, of the table {@code t}. */
    String sql() {
        return "t." + Sql.name(name);
    }

    /** For SQL, as a value that a bookmark can be compared with; empty for a type that bookmarks do not have. */
    Optional<String> bookmark() {
        return switch (type) {
            case "timestamp with time zone" -> Optional.of(sql());
            case "timestamp without time zone" -> Optional.of("(" + sql() + " AT TIME ZONE 'UTC')");
            case "date" -> Optional.of("(" + sql() + "::timestamp AT TIME ZONE 'UTC')");
            default -> isNumber() ? Optional.of(sql() + "::numeric") : Optional.empty();
        };
    }

    /** The type of {@link #bookmark}. */
    String bookmarkType() {
        return isNumber() ? "numeric" : "timestamptz";
    }

    private static Optional<String> text(JsonNode note, String name) {
        return note.path(name).isTextual() ? Optional.of(note.path(name).textValue()) : Optional.empty();
    }
}
