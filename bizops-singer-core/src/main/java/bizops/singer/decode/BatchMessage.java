package bizops.singer.decode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A BATCH message: files of bare records, one a line. Immutable.
 *
 * @param format of the files, such as {@code jsonl}; empty where the message does not say
 * @param compression such as {@code gzip}; null for none
 * @param manifest URLs of the files, in their order
 * @param version of all their records; null for none
 * @see <a href="https://sdk.meltano.com/en/latest/batch.html">Batch messages</a>
 */
public record BatchMessage(
        String stream,
        String format,
        @Nullable String compression,
        List<String> manifest,
        @Nullable Long version) {
    public BatchMessage {
        manifest = List.copyOf(manifest);
    }
}
