package bizops.target.encode;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in COPY's text format, each ended by a line feed; no line feed stands elsewhere. Kept in chunks, so that growing
 * copies nothing. Not thread-safe: one thread fills it and hands it over.
 */
public final class CopyBytes {
    private static final int FIRST_CHUNK = 16 * 1024;
    private static final int LARGEST_CHUNK = 1024 * 1024;

    private final List<byte[]> full = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private byte[] chunk = new byte[FIRST_CHUNK];
    private int used;
    private long size;
    private int rows;

    void append(char ascii) {
        if (used == chunk.length) {
            grow();
        }
        chunk[used++] = (byte) ascii;
        size++;
    }

    void append(char first, char second) {
        append(first);
        append(second);
    }

    void append(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            if (used == chunk.length) {
                grow();
            }
            int part = Math.min(length - done, chunk.length - used);
            System.arraycopy(bytes, offset + done, chunk, used, part);
            used += part;
            done += part;
        }
        size += length;
    }

    void append(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            append(ascii.charAt(i));
        }
    }

    void endRow() {
        append('\n');
        rows++;
    }

    private void grow() {
        full.add(chunk);
        lengths.add(used);
        chunk = new byte[Math.min(LARGEST_CHUNK, chunk.length * 2)];
        used = 0;
    }

    public int rows() {
        return rows;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Shows the chunks in order. */
    public <E extends Exception> void forEachChunk(ChunkReader<E> reader) throws E {
        for (int i = 0; i < full.size(); i++) {
            reader.read(full.get(i), lengths.get(i));
        }
        reader.read(chunk, used);
    }

    /** Takes {@code bytes[0 .. length)}, which it must not change or keep. */
    public interface ChunkReader<E extends Exception> {
        void read(byte[] bytes, int length) throws E;
    }
}
