package bizops.singer.decode;

import bizops.singer.error.InputException;
import bizops.singer.report.Quotes;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one line a call and hands what it holds to a {@link MessageHandler}. The record of a RECORD message is read
 * straight from the parser if {@code type} and {@code stream} stand before it, as they nearly always do; else it is
 * passed over and parsed once more. Owned by one thread.
 */
public final class MessageDecoder {
    /** How deep a message may nest where nothing else is said, which is also the most that may be said. */
    public static final int MAX_DEPTH = 1000;

    private static final JsonFactory JSON = MessageLimits.factory(MAX_DEPTH);

    /** How the parser says NaN, Infinity and the like. */
    private static final String NO_NUMBER = "Non-standard token";

    /** Advice to whoever wrote the program. */
    private static final Pattern PARSER_HINT = Pattern.compile(": enable `[^`]*` to allow");

    /** The parser's own idea of a place, which counts lines within the line. */
    private static final Pattern WHERE_IT_BEGAN =
            Pattern.compile(" \\((start marker|for \\w+ starting) at \\[[^]]*]\\)");

    private final MessageHandler handler;
    private final Envelope envelope = new Envelope();
    private final RecordLine ordinary = new RecordLine();
    private final int maxDepth;
    private final JsonFactory json;

    public MessageDecoder(MessageHandler handler) {
        this(handler, MAX_DEPTH);
    }

    /**
     * As {@link #MessageDecoder(MessageHandler)}, with another limit.
     *
     * @param maxDepth how deep objects and arrays may nest in a message, itself counted; a deeper one is an error that
     *     names the setting {@code max_depth}
     */
    public MessageDecoder(MessageHandler handler, int maxDepth) {
        this.handler = handler;
        this.maxDepth = maxDepth;
        this.json = maxDepth == MAX_DEPTH ? JSON : MessageLimits.factory(maxDepth);
    }

    /**
     * Decodes the line in {@code bytes[start .. start + length)}.
     *
     * @param line its number, for errors
     * @throws InputException if it is no message, or the handler refuses it
     */
    public void decode(byte[] bytes, int start, int length, long line) throws IOException {
        if (ordinaryRecord(bytes, start, start + length)) {
            return;
        }
        envelope.clear();
        try (JsonParser parser = json.createParser(bytes, start, length)) {
            try {
                message(parser, bytes, start, length, line);
            } catch (StreamConstraintsException passed) {
                throw MessageLimits.passed(line, envelope.stream, field(parser.getParsingContext()), maxDepth, passed);
            }
        } catch (JsonProcessingException malformed) {
            throw broken(line, reason(malformed), bytes, start, length);
        }
    }

    /**
     * Decodes a line that is a record by itself, as the files of a BATCH have them, and hands it over as the record of a
     * RECORD message.
     *
     * @param version of the record; null for none
     * @throws InputException if it is no object, or the handler refuses it
     */
    public void decodeRecord(String stream, @Nullable Long version, byte[] bytes, int start, int length, long line)
            throws IOException {
        int end = start + length;
        int read = bytes[start] == '{' ? handler.recordBytes(stream, bytes, start, end) : -1;
        if (read != end) {
            parseRecord(stream, bytes, start, length, line);
        }
        handler.recordEnd(stream, version, null, bytes, start, length);
    }

    private void parseRecord(String stream, byte[] bytes, int start, int length, long line) throws IOException {
        try (JsonParser parser = json.createParser(bytes, start, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InputException("line " + line + ", stream \"" + stream
                        + "\": it is no object; the files of a BATCH hold one record a line");
            }
            handler.record(stream, parser);
            if (parser.nextToken() != null) {
                throw broken(line, "something follows the object", bytes, start, length);
            }
        } catch (StreamConstraintsException passed) {
            throw MessageLimits.passed(line, stream, Optional.empty(), maxDepth, passed);
        } catch (JsonProcessingException malformed) {
            throw broken(line, reason(malformed), bytes, start, length);
        }
    }

    private void message(JsonParser parser, byte[] bytes, int start, int length, long line) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw broken(line, "it does not start with {", bytes, start, length);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            member(parser, start, line);
        }
        if (parser.nextToken() != null) {
            throw broken(line, "something follows the object", bytes, start, length);
        }
        finish(bytes, line);
    }

    /** Opens a parser over raw JSON, with the limits of this decoder. */
    public static JsonParser parser(byte[] bytes, int start, int length) throws IOException {
        return JSON.createParser(bytes, start, length);
    }

    /** Lets the handler read a RECORD from its bytes; false if the line is for the parser, with nothing done yet. */
    private boolean ordinaryRecord(byte[] bytes, int start, int end) throws IOException {
        int record = ordinary.record(bytes, start, end);
        if (record < 0) {
            return false;
        }
        int recordEnd = handler.recordBytes(ordinary.stream(), bytes, record, end);
        if (recordEnd < 0 || !ordinary.rest(recordEnd)) {
            return false;
        }
        handler.recordEnd(
                ordinary.stream(), ordinary.version(), ordinary.timeExtracted(), bytes, record, recordEnd - record);
        return true;
    }

    private void member(JsonParser parser, int start, long line) throws IOException {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        switch (name) {
            case "type" -> envelope.type(text(parser, token));
            case "stream" -> envelope.stream = text(parser, token);
            case "record" -> record(parser, token, start);
            case "schema" -> envelope.schema = slice(parser, token, start);
            case "value" -> envelope.value = slice(parser, token, start);
            case "key_properties" -> envelope.keyProperties = names(parser, token, name, line);
            case "bookmark_properties" -> envelope.bookmarkProperties = names(parser, token, name, line);
            case "version" -> envelope.version = version(parser, token, line);
            case "time_extracted" -> envelope.timeExtracted = text(parser, token);
            case "encoding" -> encoding(parser, token);
            case "manifest" -> envelope.manifest = names(parser, token, name, line);
            default -> parser.skipChildren();
        }
    }

    private void record(JsonParser parser, JsonToken token, int start) throws IOException {
        String stream = envelope.stream;
        if (!envelope.isRecord() || stream == null || stream.isEmpty() || token != JsonToken.START_OBJECT) {
            envelope.record = slice(parser, token, start);
            envelope.readFor = null;
            return;
        }
        int from = offset(parser.currentTokenLocation().getByteOffset(), start);
        handler.record(stream, parser);
        int to = offset(parser.currentLocation().getByteOffset(), start);
        envelope.record = new Envelope.Slice(from, to - from, true);
        envelope.readFor = stream;
    }

    private void finish(byte[] bytes, long line) throws IOException {
        String type = envelope.type;
        if (type == null) {
            throw new InputException(
                    "line " + line + ": the object has no \"type\"; only Singer messages may come on standard input");
        }
        switch (type) {
            case "RECORD" -> finishRecord(bytes, line);
            case "SCHEMA" -> handler.schema(schema(bytes, line));
            case "STATE" -> {
                Envelope.Slice value = required(envelope.value, "value", line);
                handler.state(Arrays.copyOfRange(bytes, value.start(), value.start() + value.length()));
            }
            case "ACTIVATE_VERSION" -> {
                String stream = envelope.streamOf(line);
                Long version = envelope.version;
                if (version == null) {
                    throw missing("version", line);
                }
                handler.activateVersion(stream, version);
            }
            case "BATCH" -> handler.batch(batch(line));
            default -> handler.unknown(type);
        }
    }

    private void finishRecord(byte[] bytes, long line) throws IOException {
        String stream = envelope.streamOf(line);
        Envelope.Slice record = required(envelope.record, "record", line);
        if (!record.object()) {
            throw new InputException("line " + line + ", stream \"" + stream
                    + "\": \"record\" is no object; correct the program that writes the messages");
        }
        if (!stream.equals(envelope.readFor)) {
            try (JsonParser again = json.createParser(bytes, record.start(), record.length())) {
                again.nextToken();
                handler.record(stream, again);
            }
        }
        handler.recordEnd(stream, envelope.version, envelope.timeExtracted, bytes, record.start(), record.length());
    }

    /** How the files of a BATCH are written; what is no text says nothing. */
    private void encoding(JsonParser parser, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String value = text(parser, parser.nextToken());
            if (name.equals("format")) {
                envelope.format = value == null ? "" : value;
            } else if (name.equals("compression")) {
                envelope.compression = value;
            }
        }
    }

    private BatchMessage batch(long line) {
        String stream = envelope.streamOf(line);
        List<String> manifest = envelope.manifest;
        if (manifest == null) {
            throw missing("manifest", line);
        }
        return new BatchMessage(stream, envelope.format, envelope.compression, manifest, envelope.version);
    }

    private SchemaMessage schema(byte[] bytes, long line) {
        String stream = envelope.streamOf(line);
        Envelope.Slice schema = required(envelope.schema, "schema", line);
        if (!schema.object()) {
            throw new InputException("line " + line + ", stream \"" + stream
                    + "\": \"schema\" is no object; correct the program that writes the messages");
        }
        return new SchemaMessage(
                stream,
                new String(bytes, schema.start(), schema.length(), StandardCharsets.UTF_8),
                envelope.keyProperties,
                envelope.bookmarkProperties);
    }

    private Envelope.Slice required(Envelope.@Nullable Slice slice, String name, long line) {
        if (slice == null) {
            throw missing(name, line);
        }
        return slice;
    }

    private InputException missing(String name, long line) {
        return new InputException("line " + line + ": " + envelope.type + " message without \"" + name
                + "\"; correct the program that writes the messages");
    }

    private static Envelope.Slice slice(JsonParser parser, JsonToken token, int start) throws IOException {
        int from = offset(parser.currentTokenLocation().getByteOffset(), start);
        if (token.isNumeric()) {
            return new Envelope.Slice(from, parser.getTextLength(), false);
        }
        if (token.isStructStart()) {
            parser.skipChildren();
        } else {
            parser.finishToken();
        }
        int to = offset(parser.currentLocation().getByteOffset(), start);
        return new Envelope.Slice(from, to - from, token == JsonToken.START_OBJECT);
    }

    private static int offset(long inSlice, int start) {
        return Math.toIntExact(inSlice) + start;
    }

    private static @Nullable String text(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }

    private List<String> names(JsonParser parser, JsonToken token, String member, long line) throws IOException {
        List<String> names = new ArrayList<>();
        if (token == JsonToken.VALUE_STRING) {
            names.add(parser.getText());
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.VALUE_STRING) {
                    throw wrongNames(member, line);
                }
                names.add(parser.getText());
            }
        } else if (token != JsonToken.VALUE_NULL) {
            throw wrongNames(member, line);
        }
        return names;
    }

    private static InputException wrongNames(String member, long line) {
        return new InputException("line " + line + ": \"" + member
                + "\" is no list of names; correct the program that writes the messages");
    }

    private static @Nullable Long version(JsonParser parser, JsonToken token, long line) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        try {
            if (token.isNumeric() && parser.getTextLength() < 40) {
                return new BigDecimal(parser.getText()).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException noLong) {
            throw wrongVersion(line);
        }
        throw wrongVersion(line);
    }

    private static InputException wrongVersion(long line) {
        return new InputException(
                "line " + line + ": \"version\" is no integer; correct the program that writes the messages");
    }

    /** The field that the parser is in, of a record or of a schema. */
    private static Optional<String> field(JsonStreamContext innermost) {
        // An array has no name, nor has an object of which nothing is read yet.
        List<@Nullable String> path = new ArrayList<>();
        for (JsonStreamContext at = innermost; at != null; at = at.getParent()) {
            if (!at.inRoot()) {
                path.add(0, at.getCurrentName());
            }
        }
        boolean schema = path.size() > 2 && "schema".equals(path.get(0)) && "properties".equals(path.get(1));
        if (schema) {
            return Optional.ofNullable(path.get(2));
        }
        return path.size() > 1 && "record".equals(path.get(0)) ? Optional.ofNullable(path.get(1)) : Optional.empty();
    }

    private static String reason(JsonProcessingException malformed) {
        String message = PARSER_HINT
                .matcher(WHERE_IT_BEGAN
                        .matcher(String.valueOf(malformed.getOriginalMessage()))
                        .replaceAll(""))
                .replaceAll("")
                .replaceAll("\\s+", " ");
        return message.startsWith(NO_NUMBER)
                ? message + ": JSON has no such number, correct the tap to send null in its place"
                : message;
    }

    private static InputException broken(long line, String reason, byte[] bytes, int start, int length) {
        Optional<String> form = OtherForm.of(bytes, start, length);
        if (form.isPresent()) {
            return new InputException("line " + line + " is no message (" + form.get()
                    + "); only Singer messages may come on standard input");
        }
        String shown = new String(bytes, start, Math.min(length, 60), StandardCharsets.UTF_8);
        return new InputException("line " + line + " is no message (" + Quotes.of(reason) + "): "
                + Quotes.of(shown + (length > 60 ? "…" : "")) + "; only Singer messages may come on standard input");
    }
}
