package bizops.target.encode;

import bizops.target.table.Metadata;
import bizops.target.validate.BadValues;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The metadata of one record that is known when it is read. Owned by the thread that reads. */
final class MetadataFields {
    private static final String NULL = "\\N\t";
    private static final int DELETED_AT = 0;
    private static final int EXTRACTED_AT = 1;

    private final String stream;
    private final BadValues badValues;
    private final DateTimeText dateTime = new DateTimeText();
    private final RowBuffer times = new RowBuffer();

    private long receivedMillis = -1;
    private String received = "";

    MetadataFields(String stream, BadValues badValues) {
        this.stream = stream;
        this.badValues = badValues;
    }

    void start() {
        times.start(2);
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
    void writeTo(CopyBytes out, @Nullable Long version, @Nullable String timeExtracted) {
        extractedAt(timeExtracted);
        times.writeTo(EXTRACTED_AT, out);
        out.append(received());
        out.append('\t');
        times.writeTo(DELETED_AT, out);
        if (version == null) {
            out.append(NULL);
        } else {
            out.append(Long.toString(version));
            out.append('\t');
        }
    }

    private void extractedAt(@Nullable String text) {
        if (text == null) {
            return;
        }
        char[] characters = text.toCharArray();
        boolean valid = dateTime.readDateTime(characters, 0, characters.length) && dateTime.hasOffset();
        if (valid) {
            times.begin(EXTRACTED_AT);
            valid = dateTime.putTimestamp(times, false) == null;
            times.end();
        }
        if (!valid) {
            times.setNull(EXTRACTED_AT);
            badValues.count(stream, "time_extracted", "values that are no date-time with a zone, stored as null");
        }
    }

    /** Now, made a text once a millisecond. */
    private String received() {
        long now = System.currentTimeMillis();
        if (now != receivedMillis) {
            receivedMillis = now;
            received = Instant.ofEpochMilli(now).toString();
        }
        return received;
    }
}
