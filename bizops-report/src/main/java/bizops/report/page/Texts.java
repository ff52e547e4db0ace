package bizops.report.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Arrays of texts in JSON. */
final class Texts {
    private Texts() {}

    /** An array; null stays null. */
    static void write(Iterable<@Nullable String> texts, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
