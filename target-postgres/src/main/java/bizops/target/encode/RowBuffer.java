package bizops.target.encode;

import java.util.Arrays;

/**
 * One row while it is encoded: the COPY text of each field, in the order in which the fields come, which need not be
 * the table's. A field that comes twice keeps its last value. Used again for each row; owned by the thread that reads.
 */
final class RowBuffer {
    private static final byte[] EMPTY = {'\\', 'N', '\t'};

    private byte[] bytes = new byte[4096];
    private int length;
    private int[] from = new int[0];
    private int[] to = new int[0];
    private boolean[] present = new boolean[0];
    private int columns;
    private int current;
    private boolean replaced;

    /** Starts a row of {@code count} columns, none of which has come yet. */
    void start(int count) {
        columns = count;
        length = 0;
        replaced = false;
        if (from.length < count) {
            from = new int[count];
            to = new int[count];
            present = new boolean[count];
        }
        Arrays.fill(from, 0, count, -1);
        Arrays.fill(present, 0, count, false);
    }

    /** Starts the value of a column; its bytes are put until {@link #end}. */
    void begin(int column) {
        current = column;
        from[column] = length;
        present[column] = true;
    }

    void end() {
        to[current] = length;
    }

    /** Makes the column null, whatever was put for it. */
    void setNull(int column) {
        from[column] = -1;
        present[column] = true;
    }

    boolean isNull(int column) {
        return from[column] < 0;
    }

    /** Whether the record has the field, be it null. */
    boolean isPresent(int column) {
        return present[column];
    }

    /** Whether a character had to be replaced since the last call. */
    boolean takeReplaced() {
        boolean was = replaced;
        replaced = false;
        return was;
    }

    void markReplaced() {
        replaced = true;
    }

    void put(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
    }

    void put(String ascii) {
        ensure(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    void put(char[] ascii, int offset, int count) {
        ensure(count);
        for (int i = offset; i < offset + count; i++) {
            bytes[length++] = (byte) ascii[i];
        }
    }

    void put(byte[] from, int offset, int count) {
        ensure(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    /** What was put between two positions. */
    byte[] copy(int start, int end) {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /** Room for {@code more} bytes, for callers that write into {@link #bytes} themselves. */
    byte[] ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
        return bytes;
    }

    int length() {
        return length;
    }

    void length(int newLength) {
        length = newLength;
    }

    /** Appends the row's columns in the table's order, tabs between and after them. */
    void writeTo(CopyBytes out) {
        byte[] room = out.room(length + columns * EMPTY.length);
        if (room == null) {
            for (int column = 0; column < columns; column++) {
                writeTo(column, out);
            }
            return;
        }
        int at = out.used();
        for (int column = 0; column < columns; column++) {
            int start = from[column];
            if (start < 0) {
                room[at++] = '\\';
                room[at++] = 'N';
            } else {
                int count = to[column] - start;
                System.arraycopy(bytes, start, room, at, count);
                at += count;
            }
            room[at++] = '\t';
        }
        out.wrote(at);
    }

    /** Appends one column and a tab. */
    void writeTo(int column, CopyBytes out) {
        if (from[column] < 0) {
            out.append(EMPTY);
        } else {
            out.append(bytes, from[column], to[column] - from[column]);
            out.append('\t');
        }
    }

    /** Appends one digit a column: 1 if the record has the field. */
    void writePresenceTo(CopyBytes out) {
        for (int column = 0; column < columns; column++) {
            out.append(present[column] ? '1' : '0');
        }
    }
}
