package bizops.target.copy;

import bizops.singer.read.ByteSearch;
import bizops.target.encode.CopyBytes;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends encoded rows by COPY, adding at the end of each row what is known only now. Owned by the writing thread. */
final class CopySender {
    private static final int CHUNK = 64 * 1024;

    private final CopyIn copy;
    private final RowEnd rowEnd;
    private final byte[] buffer = new byte[CHUNK];
    private int used;

    /** Gives the last fields of each row in turn, in ASCII, without a line feed. */
    interface RowEnd {
        /** Writes them into the buffer and returns the position behind them. */
        int write(byte[] into, int at);

        /** The most bytes that one call writes. */
        int longest();
    }

    private CopySender(CopyIn copy, RowEnd rowEnd) {
        this.copy = copy;
        this.rowEnd = rowEnd;
    }

    /** Runs the COPY statement with these rows; returns how many the server took. */
    static long send(Connection connection, String sql, CopyBytes rows, RowEnd rowEnd) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            CopySender sender = new CopySender(copy, rowEnd);
            rows.forEachChunk(sender::chunk);
            sender.flush();
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void chunk(byte[] bytes, int length) throws SQLException {
        int start = 0;
        for (int feed = next(bytes, 0, length); feed >= 0; feed = next(bytes, start, length)) {
            write(bytes, start, feed);
            if (buffer.length - used < rowEnd.longest() + 1) {
                flush();
            }
            used = rowEnd.write(buffer, used);
            buffer[used++] = '\n';
            start = feed + 1;
        }
        write(bytes, start, length);
    }

    private static int next(byte[] bytes, int from, int length) {
        return ByteSearch.indexOf(bytes, from, length, '\n');
    }

    private void write(byte[] bytes, int from, int to) throws SQLException {
        int start = from;
        while (start < to) {
            if (used == buffer.length) {
                flush();
            }
            int part = Math.min(to - start, buffer.length - used);
            System.arraycopy(bytes, start, buffer, used, part);
            used += part;
            start += part;
        }
    }

    private void flush() throws SQLException {
        if (used > 0) {
            copy.writeToCopy(buffer, 0, used);
            used = 0;
        }
    }
}
