package bizops.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes Singer messages of generated rows. Owned by one thread. */
final class Messages {
    private static final String EXTRACTED_AT = "2026-01-31T10:11:12.131415Z";

    private final OutputStream out;
    private final List<Field> fields;

    Messages(OutputStream out, List<Field> fields) {
        this.out = out;
        this.fields = fields;
    }

    void schema(String stream) throws IOException {
        StringBuilder properties = new StringBuilder();
        for (Field field : fields) {
            properties
                    .append(properties.length() > 0 ? ", " : "")
                    .append('"')
                    .append(field.name())
                    .append("\": {");
            properties.append(field.kind().schema()).append('}');
        }
        line("{\"type\": \"SCHEMA\", \"stream\": \"" + stream
                + "\", \"schema\": {\"type\": \"object\", \"properties\": {" + properties
                + "}}, \"key_properties\": [\"id\"]}");
    }

    void record(String stream, CharSequence json) throws IOException {
        line("{\"type\": \"RECORD\", \"stream\": \"" + stream + "\", \"record\": " + json + ", \"time_extracted\": \""
                + EXTRACTED_AT + "\"}");
    }

    void state(long rows) throws IOException {
        line("{\"type\": \"STATE\", \"value\": {\"bookmarks\": {\"rows\": " + rows + "}}}");
    }

    private void line(String text) throws IOException {
        out.write(Rows.utf8(text));
        out.write('\n');
    }
}
