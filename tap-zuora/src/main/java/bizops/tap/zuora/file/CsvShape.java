package bizops.tap.zuora.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells from the bytes alone that a file is ordinary CSV: each record ended and as wide as the header. No text is made of
 * a value, so this costs a fraction of reading the file. What is out of the ordinary is left to {@link CsvFile}, which
 * knows what is wrong with it. Owned by one thread.
 */
final class CsvShape {
    private static final int BUFFER = 64 * 1024;

    /** The end of what was read, at the places of the file modulo its length. */
    private final byte[] ring = new byte[2 * BUFFER];

    private State state = State.LINE_START;
    private long records;
    private int width;
    private int fields;
    private long length;
    private long place;
    private long recordStart;
    private long recordEnd;
    private byte[] header = {};

    /** What was read so far of the field at hand. */
    private enum State {
        LINE_START,
        FIELD_START,
        PLAIN,
        QUOTED,
        /** A quote within a quoted field: it ends the field, or is the first of two. */
        QUOTE
    }

    private CsvShape() {}

    /**
     * Reads the stream to its end.
     *
     * @return empty if the file must be read to tell what is wrong, or whether anything is
     */
    static Optional<CsvShape> of(InputStream csv) throws IOException {
        CsvShape shape = new CsvShape();
        return shape.read(csv) ? Optional.of(shape) : Optional.empty();
    }

    /** Rows without the header. */
    long rows() {
        return records - 1;
    }

    /** A file of the header and the last row; empty if there is no row, or either is very long. */
    Optional<byte[]> ends() {
        int size = (int) Math.min(recordEnd - recordStart, ring.length);
        if (rows() == 0 || header.length == 0 || place - recordStart > ring.length) {
            return Optional.empty();
        }
        byte[] both = Arrays.copyOf(header, header.length + 1 + size);
        both[header.length] = '\n';
        for (int i = 0; i < size; i++) {
            both[header.length + 1 + i] = ring[(int) ((recordStart + i) % ring.length)];
        }
        return Optional.of(both);
    }

    private boolean read(InputStream csv) throws IOException {
        int from = 0;
        for (int read = csv.read(ring, 0, BUFFER); read >= 0; read = csv.read(ring, from, room(from))) {
            if (!take(from, from + read)) {
                return false;
            }
            from = (int) (place % ring.length);
        }
        boolean ends = state == State.LINE_START || (state != State.QUOTED && endRecord());
        return ends && records > 0;
    }

    private int room(int from) {
        return Math.min(BUFFER, ring.length - from);
    }

    private boolean take(int from, int to) {
        int at = from;
        while (at < to) {
            int next = state == State.PLAIN ? plainEnd(at, to) : state == State.QUOTED ? quotedEnd(at, to) : at;
            length += next - at;
            place += next - at;
            at = next;
            if (length > CsvFile.LONGEST_VALUE || (at < to && !take(ring[at]))) {
                return false;
            }
            place += at < to ? 1 : 0;
            at++;
        }
        return true;
    }

    /** Most bytes are greater than a comma. */
    private int plainEnd(int from, int to) {
        int at = from;
        while (at < to && (ring[at] > ',' || (ring[at] != ',' && ring[at] != '\n' && ring[at] != '\r'))) {
            at++;
        }
        return at;
    }

    private int quotedEnd(int from, int to) {
        int at = from;
        while (at < to && ring[at] != '"') {
            at++;
        }
        return at;
    }

    private boolean take(byte next) {
        if (state == State.QUOTED) {
            state = State.QUOTE;
            length++;
            return true;
        }
        switch (next) {
            case ',' -> {
                fields++;
                length = 0;
                state = State.FIELD_START;
                return true;
            }
            case '\n', '\r' -> {
                return state == State.LINE_START || endRecord();
            }
            case '"' -> {
                state = State.QUOTED;
                return true;
            }
            default -> {
                boolean behindQuote = state == State.QUOTE;
                state = State.PLAIN;
                length++;
                return !behindQuote;
            }
        }
    }

    /** An empty line is none, so that both halves of a line's end may come here. */
    private boolean endRecord() {
        fields++;
        width = records == 0 ? fields : width;
        boolean even = fields == width;
        recordStart = records == 0 ? 0 : recordEnd;
        recordEnd = place;
        if (records == 0 && place <= ring.length) {
            header = Arrays.copyOf(ring, (int) place);
        }
        records++;
        fields = 0;
        length = 0;
        state = State.LINE_START;
        return even;
    }
}
