package bizops.target;

import bizops.singer.decode.SchemaMessage;
import bizops.singer.error.InputException;
import bizops.target.encode.RecordEncoder;
import bizops.target.reshape.StreamReshape;
import bizops.target.reshape.StreamSchema;
import bizops.target.table.Metadata;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a SCHEMA message into what reads the records that follow it. Owned by the thread that reads. */
final class StreamOpener {
    private static final Logger LOG = LoggerFactory.getLogger(StreamOpener.class);
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** To check a schema takes a time that grows with their square. */
    private static final int MOST_REFERENCES = 10_000;

    /** Columns of an index, in any build of PostgreSQL that was not changed. */
    private static final int MOST_KEYS = 32;

    private final IntakeSettings settings;
    private final BadValues badValues;

    StreamOpener(IntakeSettings settings, BadValues badValues) {
        this.settings = settings;
        this.badValues = badValues;
    }

    /** The stream under this SCHEMA; the one it had before if the two mean the same; empty if it is not loaded. */
    Optional<StreamIntake> open(SchemaMessage message, @Nullable StreamIntake before, long line) {
        String where = "line " + line + ", stream \"" + message.stream() + "\"";
        try {
            return open(message, before, where);
        } catch (StackOverflowError tooDeep) {
            throw new InputException(
                    where + ": the schema nests or refers too deeply to be read; correct the tap", tooDeep);
        }
    }

    private Optional<StreamIntake> open(SchemaMessage message, @Nullable StreamIntake before, String where) {
        StreamSchema given = new StreamSchema(message.stream(), parse(message, where), message.keyProperties());
        Optional<StreamReshape> reshape = settings.reshaping().of(given, where);
        Optional<StreamSchema> loaded = reshape.isPresent() ? reshape.get().schema() : Optional.of(given);
        if (loaded.isEmpty()) {
            return Optional.empty();
        }
        if (before != null && reshape.isEmpty() && before.isSame(given)) {
            return Optional.of(before);
        }
        if (before == null) {
            tellBookmarks(message, given);
        }
        RecordEncoder encoder = encoder(loaded.get(), before == null, where);
        return Optional.of(new StreamIntake(
                message,
                loaded.get(),
                reshape.filter(StreamReshape::changesRecords).orElse(null),
                encoder,
                badValues,
                before));
    }

    private RecordEncoder encoder(StreamSchema stream, boolean isFirst, String where) {
        ObjectNode schema = stream.schema();
        checkReferences(schema, where);
        if (schema.has("key_properties")) {
            LOG.warn("{}: key_properties inside the schema is not the message's own and is ignored", where);
        }
        TableName table = settings.table(stream.stream());
        StreamShape declared = SchemaReader.read(
                stream.stream(),
                settings.overwrites() ? table.staged() : table,
                schema,
                stream.keys(),
                settings.decodesBytes(),
                where);
        StreamShape shape = settings.appendOnly()
                ? new StreamShape(stream.stream(), declared.table(), declared.properties(), List.of())
                : declared;
        settings.limits().checkColumns(shape.properties().size(), where);
        if (shape.keys().size() > MOST_KEYS) {
            throw new InputException(where + ": its key has " + shape.keys().size() + " columns, more than the "
                    + MOST_KEYS + " that PostgreSQL allows; name fewer with __key_properties__ in stream_maps");
        }
        if (isFirst) {
            tellOwned(stream);
            greet(stream, table, where);
        }
        RecordCheck check = settings.validates()
                ? RecordCheck.of(shape.stream(), schema, shape.holdings())
                : RecordCheck.none(shape.stream());
        return new RecordEncoder(shape, check, badValues, settings.keepsAbsent());
    }

    /** Without the field that a bookmark follows, the tap can hardly say where it stopped. */
    private static void tellBookmarks(SchemaMessage message, StreamSchema given) {
        for (String name : message.bookmarkProperties()) {
            if (!given.schema().path("properties").has(name)) {
                LOG.warn(
                        "stream \"{}\": bookmark_properties names \"{}\", which its schema does not have; select it in the"
                                + " tap's catalog if it was left out by mistake",
                        message.stream(),
                        name);
            }
        }
    }

    /** A tap that reads a table of another target sends that one's columns along; only deletes mean something here. */
    private static void tellOwned(StreamSchema stream) {
        stream.schema().path("properties").fieldNames().forEachRemaining(property -> {
            if (Metadata.owns(property) && !property.equals(Metadata.DELETED_AT.column())) {
                LOG.warn(
                        "stream \"{}\": property \"{}\" has the name of one of the target's own columns and is dropped;"
                                + " rename it with stream_maps to load it",
                        stream.stream(),
                        property);
            }
        });
    }

    private void greet(StreamSchema stream, TableName table, String where) {
        LOG.info("stream \"{}\" -> {}", stream.stream(), table);
        if (stream.keys().isEmpty()) {
            if (settings.keyRequired()) {
                throw new InputException(where + ": it has no key_properties; give it some in the tap's catalog, or set"
                        + " primary_key_required to false to append its rows");
            }
            if (!settings.overwrites()) {
                LOG.warn("stream \"{}\" has no key: every run appends its rows", stream.stream());
            }
        }
    }

    private static ObjectNode parse(SchemaMessage message, String where) {
        try {
            return JSON.readValue(message.schemaJson(), ObjectNode.class);
        } catch (JsonProcessingException malformed) {
            throw new InputException(
                    where + ": the schema cannot be read: " + malformed.getOriginalMessage() + "; correct the tap",
                    malformed);
        } catch (NumberFormatException tooLarge) {
            throw new InputException(
                    where + ": the schema cannot be read: it holds a number whose exponent has too many digits; correct"
                            + " the tap",
                    tooLarge);
        }
    }

    private static void checkReferences(JsonNode schema, String where) {
        List<JsonNode> references = schema.findValues("$ref");
        if (references.size() > MOST_REFERENCES) {
            throw new InputException(where + ": the schema has " + references.size() + " references, more than "
                    + MOST_REFERENCES + "; let the tap resolve its references");
        }
        for (JsonNode reference : references) {
            if (reference.isTextual() && !reference.asText().startsWith("#")) {
                throw new InputException(where + ": the schema refers to " + BadValues.shown(reference.asText())
                        + ", and remote schemas are never fetched; let the tap resolve its references");
            }
        }
    }
}
