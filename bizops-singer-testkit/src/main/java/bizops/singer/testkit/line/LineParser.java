package bizops.singer.testkit.line;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a line as leniently as anyone might, and notes each way in which it is not strict: a rule judges one of them and
 * the others still see the message. Numbers keep every digit.
 */
final class LineParser {
    private static final JsonMapper LENIENT = mapper(false);
    private static final JsonMapper UNIQUE = mapper(true);

    private LineParser() {}

    static Line parse(String run, int number, byte[] bytes) {
        Optional<String> strict = decode(bytes);
        String text = strict.orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
        try {
            return new Line(run, number, text, strict.isPresent(), read(LENIENT, text), problem(text));
        } catch (IOException noJson) {
            return new Line(run, number, text, strict.isPresent(), List.of(), Optional.of(message(noJson)));
        }
    }

    private static Optional<String> problem(String text) {
        try {
            read(UNIQUE, text);
            return Optional.empty();
        } catch (IOException ambiguous) {
            return Optional.of(message(ambiguous));
        }
    }

    private static List<JsonNode> read(JsonMapper mapper, String text) throws IOException {
        // Not readValues: it takes the items of a list for values.
        List<JsonNode> values = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(text)) {
            while (parser.nextToken() != null) {
                values.add(mapper.readTree(parser));
            }
        }
        return List.copyOf(values);
    }

    private static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException noUtf8) {
            return Optional.empty();
        }
    }

    private static String message(IOException failure) {
        return failure instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(failure.getMessage());
    }

    private static JsonMapper mapper(boolean uniqueNames) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, uniqueNames)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNumberLength(1_000_000)
                        .maxNameLength(1_000_000)
                        .build());
        return mapper;
    }
}
