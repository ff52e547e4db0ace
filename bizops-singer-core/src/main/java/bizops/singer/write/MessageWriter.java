package bizops.singer.write;

import bizops.singer.error.ConsumerClosedException;
import bizops.singer.error.OutputException;
import bizops.singer.json.InstantText;
import bizops.singer.json.JsonOutput;
import bizops.singer.message.ActivateVersionMessage;
import bizops.singer.message.Message;
import bizops.singer.message.RecordMessage;
import bizops.singer.message.SchemaMessage;
import bizops.singer.message.StateMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages, one line each, to a stream of bytes: standard output as a {@code FileOutputStream}, never {@code
 * System.out}, which hides a broken pipe.
 *
 * <p>A line is written whole or not at all. Bytes leave after every STATE, when the buffer is full, and at least once a
 * second even while nothing is written. When the reader of the pipe is gone, {@link #write} throws {@link
 * ConsumerClosedException}. Thread-safe.
 */
public final class MessageWriter implements AutoCloseable {
    private static final int FULL = 64 * 1024;

    private final OutputStream out;
    private final LineBuffer buffer = new LineBuffer(2 * FULL);
    private final FlushClock clock;
    private @Nullable JsonOutput json;
    private @Nullable IOException failure;
    private @Nullable Instant lastMoment;
    private String lastText = "";

    public MessageWriter(OutputStream out) {
        this(out, Duration.ofSeconds(1));
    }

    MessageWriter(OutputStream out, Duration longestDelay) {
        this.out = out;
        this.clock = new FlushClock(longestDelay, this::flushQuietly);
    }

    /**
     * Writes one message.
     *
     * @throws ConsumerClosedException if the reader of the pipe is gone
     * @throws OutputException if nothing more can be written for another reason
     * @throws IllegalArgumentException if a value is of no type that JSON can hold; nothing of the line is written
     */
    public synchronized void write(Message message) {
        failIfBroken();
        int mark = buffer.size();
        try {
            append(message);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        } catch (IllegalArgumentException wrongValue) {
            json = null;
            buffer.cutTo(mark);
            throw wrongValue;
        }
        if (message instanceof StateMessage || buffer.size() >= FULL) {
            flush();
        } else {
            clock.start();
        }
    }

    /** Hands everything written so far to the pipe. */
    public synchronized void flush() {
        flushQuietly();
        failIfBroken();
    }

    /** Flushes; the stream below stays open, it belongs to the process. */
    @Override
    public void close() {
        clock.close();
        flush();
    }

    private synchronized void flushQuietly() {
        if (failure == null && buffer.size() > 0) {
            try {
                buffer.drainTo(out);
                out.flush();
            } catch (IOException broken) {
                failure = broken;
            }
        }
    }

    private void failIfBroken() {
        if (failure != null) {
            throw OutputException.of(failure);
        }
    }

    private void append(Message message) throws IOException {
        if (json == null) {
            json = new JsonOutput(buffer);
        }
        if (message instanceof RecordMessage record) {
            record(json, record);
        } else if (message instanceof StateMessage state) {
            json.startObject().field("type", "STATE").rawField("value", state.json());
        } else if (message instanceof SchemaMessage schema) {
            schema(json, schema);
        } else if (message instanceof ActivateVersionMessage activate) {
            json.startObject()
                    .field("type", "ACTIVATE_VERSION")
                    .field("stream", activate.stream())
                    .field("version", activate.version());
        }
        json.endObject().flush();
        buffer.write('\n');
    }

    private void record(JsonOutput json, RecordMessage message) throws IOException {
        json.startObject()
                .field("type", "RECORD")
                .field("stream", message.stream())
                .field("record", message.record());
        if (message.version() != null) {
            json.field("version", message.version());
        }
        if (message.timeExtracted() != null) {
            json.field("time_extracted", text(message.timeExtracted()));
        }
    }

    /** Many rows are of one moment. */
    private String text(Instant moment) {
        if (!moment.equals(lastMoment)) {
            lastMoment = moment;
            lastText = InstantText.of(moment);
        }
        return lastText;
    }

    private static void schema(JsonOutput json, SchemaMessage message) throws IOException {
        json.startObject()
                .field("type", "SCHEMA")
                .field("stream", message.stream())
                .field("schema", message.schema())
                .field("key_properties", message.keyProperties());
        if (!message.bookmarkProperties().isEmpty()) {
            json.field("bookmark_properties", message.bookmarkProperties());
        }
    }
}
