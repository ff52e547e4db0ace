package bizops.target.encode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in COPY's text format, each ended by a line feed; no line feed stands elsewhere. Kept in chunks, so that growing
 * copies nothing. Not thread-safe: one thread fills it and hands it over.
 */
public final class CopyBytes {
    /** The first chunk is small: most streams of many bring few rows. */
    private static final int FIRST_CHUNK = 4 * 1024;

    private final ChunkPool pool;
    private final List<byte[]> full = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private byte[] chunk = new byte[0];
    private int used;
    private long size;
    private int rows;

    CopyBytes(ChunkPool pool) {
        this.pool = pool;
    }

    /**
     * Room for {@code most} bytes on end from {@link #used} on, for a caller that writes them itself and then says by
     * {@link #wrote} how many they were; null if no chunk is so large.
     */
    byte @Nullable [] room(int most) {
        if (most > ChunkPool.CHUNK || (chunk.length == 0 && most > FIRST_CHUNK)) {
            return null;
        }
        if (chunk.length - used < most) {
            grow();
        }
        return chunk;
    }

    int used() {
        return used;
    }

    void wrote(int upTo) {
        size += upTo - used;
        used = upTo;
    }

    void append(char ascii) {
        if (used == chunk.length) {
            grow();
        }
        chunk[used++] = (byte) ascii;
        size++;
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

    void append(byte[] bytes) {
        append(bytes, 0, bytes.length);
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
        boolean first = chunk.length == 0;
        if (!first) {
            full.add(chunk);
            lengths.add(used);
        }
        chunk = first ? new byte[FIRST_CHUNK] : pool.take();
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

    /** Gives the chunks back; the rows are gone. */
    void release() {
        full.forEach(pool::give);
        pool.give(chunk);
        full.clear();
        lengths.clear();
        chunk = new byte[0];
        used = 0;
    }

    /** Takes {@code bytes[0 .. length)}, which it must not change or keep. */
    public interface ChunkReader<E extends Exception> {
        void read(byte[] bytes, int length) throws E;
    }
}
