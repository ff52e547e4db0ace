package bizops.target;

import bizops.singer.decode.SchemaMessage;
import bizops.singer.error.InputException;
import bizops.target.encode.RecordEncoder;
import bizops.target.table.SchemaReader;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.validate.BadValues;
import bizops.target.validate.RecordCheck;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a SCHEMA message into what reads the records that follow it. Owned by the thread that reads. */
final class StreamOpener {
    private static final Logger LOG = LoggerFactory.getLogger(StreamOpener.class);
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final IntakeSettings settings;
    private final BadValues badValues;

    StreamOpener(IntakeSettings settings, BadValues badValues) {
        this.settings = settings;
        this.badValues = badValues;
    }

    /** The stream under this SCHEMA; the one it had before if the two mean the same. */
    StreamIntake open(SchemaMessage message, @Nullable StreamIntake before, long line) {
        String where = "line " + line + ", stream \"" + message.stream() + "\"";
        JsonNode schema = parse(message, where);
        if (before != null && before.isSame(message, schema)) {
            return before;
        }
        refuseRemote(schema, where);
        if (schema.has("key_properties")) {
            LOG.warn("{}: key_properties inside the schema is not the message's own and is ignored", where);
        }
        TableName table = settings.table(message.stream());
        List<String> keys = message.keyProperties();
        StreamShape declared = SchemaReader.read(
                message.stream(),
                settings.overwrites() ? table.staged() : table,
                schema,
                keys,
                settings.decodesBytes(),
                where);
        StreamShape shape = settings.appendOnly()
                ? new StreamShape(message.stream(), declared.table(), declared.properties(), List.of())
                : declared;
        if (before == null) {
            greet(message, table, where);
        }
        RecordCheck check = settings.validates() && schema instanceof ObjectNode object
                ? RecordCheck.of(shape.stream(), object, shape.holdings())
                : RecordCheck.none(shape.stream());
        return new StreamIntake(
                message, schema, new RecordEncoder(shape, check, badValues, settings.keepsAbsent()), before);
    }

    private void greet(SchemaMessage message, TableName table, String where) {
        LOG.info("stream \"{}\" -> {}", message.stream(), table);
        if (message.keyProperties().isEmpty()) {
            if (settings.keyRequired()) {
                throw new InputException(where + ": it has no key_properties; give it some in the tap's catalog, or set"
                        + " primary_key_required to false to append its rows");
            }
            if (!settings.overwrites()) {
                LOG.warn("stream \"{}\" has no key: every run appends its rows", message.stream());
            }
        }
    }

    private static JsonNode parse(SchemaMessage message, String where) {
        try {
            return JSON.readTree(message.schemaJson());
        } catch (JsonProcessingException malformed) {
            throw new InputException(
                    where + ": the schema cannot be read: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static void refuseRemote(JsonNode schema, String where) {
        for (JsonNode reference : schema.findValues("$ref")) {
            if (reference.isTextual() && !reference.asText().startsWith("#")) {
                throw new InputException(where + ": the schema refers to " + BadValues.shown(reference.asText())
                        + ", and remote schemas are never fetched; let the tap resolve its references");
            }
        }
    }
}
