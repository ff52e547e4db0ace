package bizops.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a reply says: a text, or bytes made while they are sent, so that a large file is never held. */
public sealed interface Body {
    /** The length of a body that is not known before it is sent. */
    long UNKNOWN = -1;

    /** Its bytes before compression, or {@link #UNKNOWN}. */
    long length();

    void writeTo(OutputStream out) throws IOException;

    static Body of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static Body of(byte[] bytes) {
        return new Bytes(bytes);
    }

    static Body streamed(Writing writing) {
        return new Streamed(UNKNOWN, writing);
    }

    /** A body made while it is sent, of which the length is known before. */
    static Body streamed(long length, Writing writing) {
        return new Streamed(length, writing);
    }

    /** Writes a body; called once, without any lock of the company. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** A body that is there already. */
    final class Bytes implements Body {
        private final byte[] bytes;

        private Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    /** A body made while it is sent. */
    record Streamed(long length, Writing writing) implements Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            writing.to(out);
        }
    }
}
