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

    /** Keywords that hold only what others refer to. */
    private static final List<String> SHARED = List.of("definitions", "$defs");

    private final Schema schema;

    private Judge(Schema schema) {
        this.schema = schema;
    }

    /**
     * The judge for a normalised schema. A property, or a keyword of the whole, that cannot be used is passed
     * over with one warning.
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

    /** As much of the schema as can be used, found by trying one keyword and then one property after another. */
    private static ObjectNode usable(String stream, ObjectNode normalised, boolean olderDraft) {
        ObjectNode part = normalised.objectNode();
        for (String shared : SHARED) {
            if (normalised.has(shared)) {
                part.set(shared, normalised.get(shared));
            }
        }
        ObjectNode properties = part.objectNode();
        for (Map.Entry<String, JsonNode> keyword : normalised.properties()) {
            if (!SHARED.contains(keyword.getKey()) && !keyword.getKey().equals("properties")) {
                add(keyword, part, part, olderDraft, "stream \"" + stream + "\", keyword \"" + keyword.getKey() + "\"");
            }
        }
        part.set("properties", properties);
        for (Map.Entry<String, JsonNode> property :
                normalised.path("properties").properties()) {
            add(
                    property,
                    properties,
                    part,
                    olderDraft,
                    "stream \"" + stream + "\", property \"" + property.getKey() + "\"");
        }
        return part;
    }

    /** Adds to the object within the schema what the schema can still be used with. */
    private static void add(
            Map.Entry<String, JsonNode> entry, ObjectNode within, ObjectNode schema, boolean olderDraft, String where) {
        within.set(entry.getKey(), entry.getValue());
        try {
            load(schema, olderDraft);
        } catch (SchemaException | JSONException | PatternSyntaxException unusable) {
            within.remove(entry.getKey());
            LOG.warn("{}: its schema cannot be checked and is passed over ({})", where, unusable.getMessage());
        }
    }

    private static Schema load(ObjectNode normalised, boolean olderDraft) {
        SchemaLoader.SchemaLoaderBuilder builder = SchemaLoader.builder()
                .schemaJson(JsonTree.of(normalised))
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
