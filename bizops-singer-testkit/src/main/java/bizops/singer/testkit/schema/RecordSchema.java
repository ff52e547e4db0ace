package bizops.singer.testkit.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.everit.json.schema.Schema;
import org.everit.json.schema.SchemaException;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONException;
import org.json.JSONObject;

/** The schema of a SCHEMA message, ready to judge records. Immutable. */
public final class RecordSchema {
    private final Schema schema;

    private RecordSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads it by the draft that its {@code exclusiveMinimum} fits, else by draft 7.
     *
     * @throws UnusableSchema with one line that says why
     */
    public static RecordSchema of(JsonNode schema) throws UnusableSchema {
        if (!(schema instanceof ObjectNode object)) {
            throw new UnusableSchema("the schema is no JSON object");
        }
        ObjectNode lenient = Lenient.copy(object);
        try {
            return new RecordSchema(load(lenient, true));
        } catch (SchemaException | JSONException | IllegalArgumentException newer) {
            try {
                return new RecordSchema(load(lenient, false));
            } catch (SchemaException | JSONException | IllegalArgumentException older) {
                throw new UnusableSchema(String.valueOf(newer.getMessage()));
            }
        }
    }

    /** What is wrong with the record: place and reason; empty if nothing is. */
    public Optional<String> problem(JsonNode record) {
        try {
            schema.validate(JudgedTree.of(record));
            return Optional.empty();
        } catch (ValidationException invalid) {
            return Optional.of(String.valueOf(leaf(invalid).getMessage()));
        }
    }

    /** The innermost reason; of a type or null, that the value is not null says little. */
    private static ValidationException leaf(ValidationException invalid) {
        ValidationException leaf = invalid;
        while (!leaf.getCausingExceptions().isEmpty()) {
            List<ValidationException> causes = leaf.getCausingExceptions();
            leaf = causes.stream()
                    .filter(cause -> !String.valueOf(cause.getMessage()).contains("expected: null"))
                    .findFirst()
                    .orElse(causes.get(0));
        }
        return leaf;
    }

    private static Schema load(ObjectNode schema, boolean newer) {
        SchemaLoader.SchemaLoaderBuilder builder = SchemaLoader.builder()
                .schemaJson(new JSONObject(schema.toString()))
                .schemaClient(url -> {
                    throw new SchemaException("#", "refers to " + url + "; a tap resolves its references");
                });
        return (newer ? builder.draftV7Support() : builder).build().load().build();
    }
}
