package bizops.target.encode;

import bizops.target.table.Metadata;
import bizops.target.validate.BadValues;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The metadata of one record that is known when it is read. Owned by the thread that reads. */
final class MetadataFields {
    private static final byte[] NULL = "\\N\t".getBytes(StandardCharsets.US_ASCII);
    private static final int DELETED_AT = 0;

    private final String stream;
    private final BadValues badValues;
    private final DateTimeText dateTime = new DateTimeText();
    private final RowBuffer times = new RowBuffer();
    private final RowBuffer parsed = new RowBuffer();

    private long receivedMillis = -1;
    private byte[] received = new byte[0];
    private @Nullable String extracted;
    private byte[] extractedField = NULL;

    MetadataFields(String stream, BadValues badValues) {
        this.stream = stream;
        this.badValues = badValues;
    }

    void start() {
        times.start(1);
    }

    /** Reads the record's own mark of deletion. */
    void deletedAt(JsonParser parser, JsonToken token, long line) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            times.setNull(DELETED_AT);
            return;
        }
        String problem = "is no date-time";
        if (token == JsonToken.VALUE_STRING
                && dateTime.readDateTime(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())) {
            times.begin(DELETED_AT);
            problem = dateTime.putTimestamp(times, false);
            times.end();
        }
        if (problem != null) {
            String shown = BadValues.shown(parser.getText());
            parser.skipChildren();
            times.setNull(DELETED_AT);
            badValues.bad(line, stream, Metadata.DELETED_AT.column(), shown + " " + problem);
        }
    }

    boolean isDelete() {
        return !times.isNull(DELETED_AT);
    }

    /** Appends the first four metadata fields, each with its tab. */
    void writeTo(CopyBytes out, Origin origin) {
        String timeExtracted = origin.timeExtracted();
        Long version = origin.version();
        out.append(timeExtracted == null ? NULL : extractedAt(timeExtracted));
        out.append(received(origin.isOld() ? origin.receivedAt() : System.currentTimeMillis()));
        times.writeTo(DELETED_AT, out);
        if (version == null) {
            out.append(NULL);
        } else {
            out.append(Long.toString(version));
            out.append('\t');
        }
    }

    /** The field with its tab; many records in a row say the same time. */
    private byte[] extractedAt(String text) {
        if (!text.equals(extracted)) {
            extractedField = parsed(text);
            extracted = extractedField == NULL ? null : text;
        }
        return extractedField;
    }

    private byte[] parsed(String text) {
        char[] characters = text.toCharArray();
        if (dateTime.readDateTime(characters, 0, characters.length) && dateTime.hasOffset()) {
            parsed.start(1);
            parsed.begin(0);
            if (dateTime.putTimestamp(parsed, false) == null) {
                parsed.put('\t');
                return parsed.copy(0, parsed.length());
            }
        }
        badValues.count(stream, "time_extracted", "values that are no date-time with a zone, stored as null");
        return NULL;
    }

    /** The time as a text, made once a millisecond. */
    private byte[] received(long now) {
        if (now != receivedMillis) {
            receivedMillis = now;
            received = (Instant.ofEpochMilli(now) + "\t").getBytes(StandardCharsets.US_ASCII);
        }
        return received;
    }
}
