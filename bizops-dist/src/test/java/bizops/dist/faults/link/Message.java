package bizops.dist.faults.link;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One message of PostgreSQL's protocol. */
final class Message {
    private final char type;
    private final byte[] body;

    /** @param type 0 for the first one of a client, which has none */
    private Message(char type, byte[] body) {
        this.type = type;
        this.body = body;
    }

    /** The next one; empty at the end of the connection. */
    static Optional<Message> read(DataInputStream in, boolean typed) throws IOException {
        try {
            char type = typed ? (char) in.readUnsignedByte() : 0;
            byte[] body = new byte[in.readInt() - Integer.BYTES];
            in.readFully(body);
            return Optional.of(new Message(type, body));
        } catch (EOFException ended) {
            return Optional.empty();
        }
    }

    void write(DataOutputStream out) throws IOException {
        writeHead(out);
        out.write(body);
    }

    /** The length of all, and a half of what should follow. */
    void writeHalf(DataOutputStream out) throws IOException {
        writeHead(out);
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    private void writeHead(DataOutputStream out) throws IOException {
        if (type != 0) {
            out.writeByte(type);
        }
        out.writeInt(body.length + Integer.BYTES);
    }

    /** Whether it is rows of a COPY. */
    boolean isRows() {
        return type == 'd';
    }

    /** What a client's message begins. */
    Optional<Phase> ofClient() {
        if (isRows()) {
            return Optional.of(Phase.COPY);
        }
        if (type != 'P' && type != 'Q') {
            return Optional.empty();
        }
        String text = "\0" + text();
        if (text.contains("\0COMMIT\0") || text.contains("\0 COMMIT\0")) {
            return Optional.of(Phase.COMMIT);
        }
        return text.contains("INSERT INTO") && text.contains("bizops_rows")
                ? Optional.of(Phase.MERGE)
                : Optional.empty();
    }

    /** Whether the server says that it has committed. */
    boolean isCommitted() {
        return type == 'C' && text().equals("COMMIT\0");
    }

    /** Whether the server waits for the next statement. */
    boolean isReady() {
        return type == 'Z';
    }

    /** The process that serves the connection, where the server names it. */
    Optional<Integer> backend() {
        return type == 'K' ? Optional.of(ByteBuffer.wrap(body).getInt()) : Optional.empty();
    }

    private String text() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
