package bizops.singer.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON tokens as UTF-8 to a stream; nothing reaches the stream for certain before {@link #flush}. Not
 * thread-safe; owned by the writer that made it.
 */
public final class JsonOutput {
    private final JsonGenerator generator;

    public JsonOutput(OutputStream out) throws IOException {
        generator = Json.FACTORY.createGenerator(out);
        generator.setRootValueSeparator(null);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    public JsonOutput startObject() throws IOException {
        generator.writeStartObject();
        return this;
    }

    public JsonOutput endObject() throws IOException {
        generator.writeEndObject();
        return this;
    }

    public JsonOutput field(String name, @Nullable Object value) throws IOException {
        generator.writeFieldName(WellFormed.text(name));
        ValueWriter.write(generator, value);
        return this;
    }

    /** A field whose value is JSON text already; it is copied as it is. */
    public JsonOutput rawField(String name, String json) throws IOException {
        generator.writeFieldName(name);
        generator.writeRawValue(json);
        return this;
    }

    /** Hands what was written to the stream. */
    public void flush() throws IOException {
        generator.flush();
    }
}
