package bizops.target.validate;

import bizops.singer.decode.MessageDecoder;
import bizops.target.validate.LenientText.Holds;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * All that a schema asks of a record: checks for the fast path, and the judge for whatever they do not decide. Owned by
 * the thread that reads.
 */
public final class RecordCheck {
    private final String stream;
    private final ObjectNode schema;
    private final boolean olderDraft;
    private final Map<String, NodeCheck> properties = new HashMap<>();
    private final Map<String, Holds> texts = new HashMap<>();
    private final List<String> required;
    private final boolean closed;
    private boolean judgedAlways;
    private long judged;
    private @Nullable Judge judge;
    private @Nullable Judge judgeOfDeletes;

    private RecordCheck(String stream, ObjectNode schema, boolean olderDraft) {
        this.stream = stream;
        this.schema = schema;
        this.olderDraft = olderDraft;
        this.required = CheckCompiler.required(schema);
        this.closed = schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").booleanValue();
    }

    /**
     * Compiles the schema of a stream.
     *
     * @param columns what the column of each property holds
     */
    public static RecordCheck of(String stream, ObjectNode given, Map<String, Holds> columns) {
        ObjectNode schema = SchemaNormaliser.normalise(given);
        leaveOutMetadata(schema);
        RecordCheck check = new RecordCheck(stream, schema, isOlderDraft(given));
        check.compile(columns);
        return check;
    }

    /** Checks nothing: for {@code validate_records: false}. */
    public static RecordCheck none(String stream) {
        return new RecordCheck(stream, JsonNodeFactory.instance.objectNode(), false);
    }

    /** The check of one property's value. */
    public NodeCheck property(String name) {
        return properties.getOrDefault(name, NodeCheck.ANYTHING);
    }

    /** The names a record must have, unless it is a delete. */
    public List<String> required() {
        return required;
    }

    /** Whether a record may have no property that the schema does not name. */
    public boolean closed() {
        return closed;
    }

    /** Whether the judge has to see every record of this stream. */
    public boolean judgedAlways() {
        return judgedAlways;
    }

    /** How many records the judge has seen. */
    long judged() {
        return judged;
    }

    /**
     * Asks the judge.
     *
     * @param delete whether the record is a delete, which need not have the required properties
     */
    public Optional<Violation> judge(byte[] bytes, int start, int length, boolean delete) throws IOException {
        judged++;
        JSONObject record;
        try (JsonParser parser = MessageDecoder.parser(bytes, start, length)) {
            parser.nextToken();
            record = read(parser);
        }
        return (delete ? judgeOfDeletes() : judge()).explain(record);
    }

    private JSONObject read(JsonParser parser) throws IOException {
        JSONObject record = new JSONObject();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            Holds lenient = texts.get(name);
            Object value = token == JsonToken.VALUE_STRING && lenient != null
                    ? LenientText.judged(lenient, parser.getText())
                    : JsonTree.read(parser);
            if (isJudged(name)) {
                record.put(name, value);
            }
        }
        return record;
    }

    private void compile(Map<String, Holds> columns) {
        ObjectNode rest = schema.deepCopy();
        rest.remove("properties");
        NodeCheck root = CheckCompiler.compile(rest);
        // Records are objects: a check that lets any object in says no more than the names that are looked at here.
        judgedAlways = root == null || !root.takesObject() || root.literals() != null;
        columns.forEach((name, holds) -> {
            if (isJudged(name)) {
                compile(name, holds);
            }
        });
    }

    private void compile(String name, Holds holds) {
        JsonNode property = schema.path("properties").path(name);
        if (!TextSearch.mayTakeText(property, schema)) {
            texts.put(name, holds);
        }
        NodeCheck compiled = CheckCompiler.compile(property);
        if (compiled == null) {
            judgedAlways = true;
            return;
        }
        properties.put(name, compiled);
    }

    /** Metadata of any target is not the schema's to judge. */
    public static boolean isJudged(String field) {
        return !field.startsWith("_sdc_");
    }

    private static void leaveOutMetadata(ObjectNode schema) {
        if (schema.path("properties") instanceof ObjectNode named) {
            named.properties().removeIf(property -> !isJudged(property.getKey()));
        }
        if (schema.path("required") instanceof ArrayNode names) {
            names.removeIf(name -> !isJudged(name.asText()));
        }
    }

    private Judge judge() {
        if (judge == null) {
            judge = Judge.of(stream, schema, olderDraft);
        }
        return judge;
    }

    private Judge judgeOfDeletes() {
        if (judgeOfDeletes == null) {
            ObjectNode lenient = schema.deepCopy();
            lenient.remove("required");
            judgeOfDeletes = Judge.of(stream, lenient, olderDraft);
        }
        return judgeOfDeletes;
    }

    /** Draft 4 if the schema says so, or, where it says nothing, if it writes the exclusive keywords as booleans. */
    private static boolean isOlderDraft(JsonNode schema) {
        String named = schema.path("$schema").asText("");
        if (!named.isEmpty()) {
            return named.contains("draft-04");
        }
        for (String keyword : List.of("exclusiveMinimum", "exclusiveMaximum")) {
            for (JsonNode value : schema.findValues(keyword)) {
                if (value.isBoolean()) {
                    return true;
                }
            }
        }
        return false;
    }
}
