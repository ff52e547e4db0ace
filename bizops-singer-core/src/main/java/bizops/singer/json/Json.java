package bizops.singer.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON as plain Java: Map (in order), List, String, Boolean, null, and numbers with every digit
 * (Integer, Long, BigInteger, BigDecimal). Stateless and thread-safe.
 *
 * <p>A syntax error, trailing text or an end too early is an {@link IOException}, so that a truncated HTTP body counts
 * as a failure of the transport.
 */
public final class Json {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(1_000_000)
                    .maxNameLength(1_000_000)
                    .build())
            .build();

    private Json() {}

    /** The value in the text. */
    public static @Nullable Object parse(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return ValueReader.whole(parser);
        }
    }

    /** The value in the UTF-8 bytes; a byte order mark is skipped. */
    public static @Nullable Object parse(byte[] utf8) throws IOException {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return ValueReader.whole(parser);
        }
    }

    /** The value in the stream of UTF-8 bytes, read to its end. */
    public static @Nullable Object parse(InputStream utf8) throws IOException {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return ValueReader.whole(parser);
        }
    }

    /** The object in the text; anything else is an IOException. */
    public static Map<String, @Nullable Object> parseObject(String text) throws IOException {
        return asObject(parse(text));
    }

    /** The object in the stream of UTF-8 bytes; anything else is an IOException. */
    public static Map<String, @Nullable Object> parseObject(InputStream utf8) throws IOException {
        return asObject(parse(utf8));
    }

    /** The value on one line. */
    public static String write(@Nullable Object value) {
        return write(value, false);
    }

    /** The value over several lines, two spaces a level, the same on every system. */
    public static String writePretty(@Nullable Object value) {
        return write(value, true);
    }

    private static String write(@Nullable Object value, boolean pretty) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            if (pretty) {
                generator.setPrettyPrinter(indented());
            }
            ValueWriter.write(generator, value);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return text.toString();
    }

    private static DefaultPrettyPrinter indented() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }

    @SuppressWarnings("unchecked") // every map here was made by ValueReader, with text keys
    private static Map<String, @Nullable Object> asObject(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IOException("expected a JSON object, got "
                + (value == null ? "null" : value.getClass().getSimpleName()));
    }
}
