package bizops.target.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.everit.json.schema.NullSchema;
import org.everit.json.schema.Schema;
import org.everit.json.schema.SchemaException;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.everit.json.schema.regexp.RE2JRegexpFactory;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authority on whether a record satisfies its schema: Everit. Owned by one thread. */
final class Judge {
    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

    /** Keywords that hold only what others refer to. */
    private static final List<String> SHARED = List.of("definitions", "$defs");

    /** Names of classes that the judge calls types by. */
    private static final List<Map.Entry<String, String>> TYPES = List.of(
            Map.entry("JSONObject", "Object"),
            Map.entry("JSONArray", "Array"),
            Map.entry("BigDecimal", "Number"),
            Map.entry("BigInteger", "Integer"),
            Map.entry("Double", "Number"),
            Map.entry("Long", "Integer"));

    private static final String ENDLESS = "it refers to itself without end, or nests too deeply";

    private final String stream;
    private final Schema schema;
    private boolean toldEndless;

    private Judge(String stream, Schema schema) {
        this.stream = stream;
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
            return new Judge(stream, load(normalised, olderDraft));
        } catch (SchemaException unusable) {
            return new Judge(stream, load(usable(stream, normalised, olderDraft), olderDraft));
        }
    }

    /** What is wrong with the record; empty if nothing is. */
    Optional<Violation> explain(JSONObject record) {
        try {
            schema.validate(record);
            return Optional.empty();
        } catch (ValidationException invalid) {
            ValidationException leaf = reason(invalid);
            String pointer = leaf.getPointerToViolation();
            return Optional.of(new Violation(topLevel(pointer), told(leaf.getErrorMessage(), below(pointer))));
        } catch (StackOverflowError endless) {
            if (!toldEndless) {
                toldEndless = true;
                LOG.warn("stream \"{}\": its schema cannot be checked for some records ({})", stream, ENDLESS);
            }
            return Optional.empty();
        }
    }

    /** The first thing that is wrong; that a value is not null says nothing where it may be something else as well. */
    private static ValidationException reason(ValidationException whole) {
        ValidationException leaf = whole;
        while (!leaf.getCausingExceptions().isEmpty()) {
            List<ValidationException> causes = leaf.getCausingExceptions();
            leaf = causes.stream()
                    .filter(cause -> !(cause.getViolatedSchema() instanceof NullSchema))
                    .findFirst()
                    .orElse(causes.get(0));
        }
        return leaf;
    }

    /** As much of the schema as can be used, found by trying one keyword and then one property after another. */
    private static ObjectNode usable(String stream, ObjectNode normalised, boolean olderDraft) {
        ObjectNode part = normalised.objectNode();
        for (String shared : SHARED) {
            if (normalised.has(shared)) {
                part.set(shared, normalised.get(shared));
            }
        }
        String where = "stream \"" + stream + "\"";
        for (Map.Entry<String, JsonNode> keyword : normalised.properties()) {
            String name = keyword.getKey();
            part.set(name, keyword.getValue());
            if (name.equals("properties")) {
                ObjectNode properties = part.putObject(name);
                keyword.getValue().properties().forEach(property -> {
                    String at = where + ", property \"" + property.getKey() + "\"";
                    properties.set(property.getKey(), property.getValue());
                    if (!loads(part, olderDraft, at)) {
                        properties.putObject(property.getKey()); // so that it is still known by name
                    }
                });
            } else if (!loads(part, olderDraft, where + ", keyword \"" + name + "\"")) {
                part.remove(name);
            }
        }
        return part;
    }

    private static boolean loads(ObjectNode part, boolean olderDraft, String where) {
        try {
            load(part, olderDraft);
            return true;
        } catch (SchemaException unusable) {
            LOG.warn("{}: its schema cannot be checked and is passed over ({})", where, unusable.getMessage());
            return false;
        }
    }

    /** What the loader throws for a schema that it cannot read has no common type: a bad URI is a plain exception. */
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
        try {
            return builder.build().load().build();
        } catch (StackOverflowError endless) {
            throw new SchemaException("#", ENDLESS);
        } catch (SchemaException unusable) {
            throw unusable;
        } catch (RuntimeException unusable) {
            throw new SchemaException("#", String.valueOf(unusable.getMessage()));
        }
    }

    /** The rule in JSON's words for types, not in those of the judge's classes, and where below the field it is broken. */
    private static String told(@Nullable String message, String below) {
        String rule = String.valueOf(message);
        for (Map.Entry<String, String> type : TYPES) {
            rule = rule.replace("expected type: " + type.getKey(), "expected type: " + type.getValue())
                    .replace("found: " + type.getKey(), "found: " + type.getValue());
        }
        return below.isEmpty() ? rule : "at " + below + ": " + rule;
    }

    /** What follows the field in the pointer, such as {@code /items/0}; empty if nothing does. */
    private static String below(String pointer) {
        int slash = pointer.indexOf('/', 2);
        return slash < 0 ? "" : pointer.substring(slash);
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
