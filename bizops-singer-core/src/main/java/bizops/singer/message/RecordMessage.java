package bizops.singer.message;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RECORD: one row.
 *
 * @param stream the stream's name
 * @param record the row as plain Java values; not copied, must not change while the message lives
 * @param version the table version that the row belongs to, or null
 * @param timeExtracted when the row was read from the source, or null if unknown
 */
public record RecordMessage(
        String stream,
        Map<String, @Nullable Object> record,
        @Nullable Long version,
        @Nullable Instant timeExtracted) implements Message {}
