package bizops.target.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.everit.json.schema.Schema;
import org.everit.json.schema.SchemaException;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.everit.json.schema.regexp.RE2JRegexpFactory;
import org.json.JSONException;
import org.json.JSONObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authority on whether a record satisfies its schema: Everit. Owned by one thread. */
final class Judge {
    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

    private final Schema schema;

    private Judge(Schema schema) {
        this.schema = schema;
    }

    /**
     * The judge for a normalised schema. A property whose schema cannot be used is not judged, with one warning.
     *
     * @param olderDraft whether to read it by draft 4 and not 7
     */
    static Judge of(String stream, ObjectNode normalised, boolean olderDraft) {
        try {
            return new Judge(load(normalised, olderDraft));
        } catch (SchemaException | JSONException | PatternSyntaxException unusable) {
            return new Judge(load(usable(stream, normalised, olderDraft), olderDraft));
        }
    }

    /** What is wrong with the record; empty if nothing is. */
    Optional<Violation> explain(JSONObject record) {
        try {
            schema.validate(record);
            return Optional.empty();
        } catch (ValidationException invalid) {
            ValidationException leaf = invalid;
            while (!leaf.getCausingExceptions().isEmpty()) {
                leaf = leaf.getCausingExceptions().get(0);
            }
            String field = topLevel(leaf.getPointerToViolation());
            return Optional.of(new Violation(field, String.valueOf(leaf.getErrorMessage())));
        }
    }

    private static ObjectNode usable(String stream, ObjectNode normalised, boolean olderDraft) {
        ObjectNode part = normalised.objectNode();
        for (String shared : List.of("definitions", "$defs")) {
            if (normalised.has(shared)) {
                part.set(shared, normalised.get(shared));
            }
        }
        if (normalised.has("required")) {
            part.set("required", normalised.get("required"));
        }
        ObjectNode properties = part.putObject("properties");
        for (Map.Entry<String, JsonNode> property :
                normalised.path("properties").properties()) {
            properties.set(property.getKey(), property.getValue());
            try {
                load(part, olderDraft);
            } catch (SchemaException | JSONException | PatternSyntaxException unusable) {
                properties.remove(property.getKey());
                LOG.warn(
                        "stream \"{}\", property \"{}\": its schema cannot be checked and is passed over ({})",
                        stream,
                        property.getKey(),
                        unusable.getMessage());
            }
        }
        return part;
    }

    private static Schema load(ObjectNode normalised, boolean olderDraft) {
        SchemaLoader.SchemaLoaderBuilder builder = SchemaLoader.builder()
                .schemaJson(new JSONObject(normalised.toString()))
                .regexpFactory(new RE2JRegexpFactory())
                .schemaClient(url -> {
                    throw new SchemaException("#", "refers to " + url + ", and remote schemas are not fetched");
                });
        if (!olderDraft) {
            builder = builder.draftV7Support();
        }
        return builder.build().load().build();
    }

    private static String topLevel(String pointer) {
        if (!pointer.startsWith("#/")) {
            return "";
        }
        String path = pointer.substring(2);
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        return first.replace("~1", "/").replace("~0", "~");
    }
}
