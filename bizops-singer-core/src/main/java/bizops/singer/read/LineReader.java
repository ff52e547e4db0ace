package bizops.singer.read;

import bizops.singer.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines and shows each in a buffer that it uses again: the bytes of a line are valid until
 * the next call of {@link #next}. Blank lines are passed over but counted; a carriage return before the line feed and a
 * byte order mark before the first line are not part of a line. Owned by one thread.
 *
 * <p>Bytes and not characters, because a Java reader replaces invalid UTF-8 without a word.
 */
public final class LineReader {
    private static final int FIRST_SIZE = 64 * 1024;

    private final InputStream in;
    private final int maxBytes;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int filled;
    private int position;
    private boolean ended;

    private int start;
    private int length;
    private long number;
    private boolean terminated;

    /** @param maxBytes the longest line that is read; a longer one is an error that names the setting */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /**
     * Moves to the next line that is not blank; false at the end of the stream.
     *
     * @throws InputException if the line is longer than allowed
     */
    public boolean next() throws IOException {
        while (advance()) {
            if (!blank()) {
                return true;
            }
        }
        return false;
    }

    /** The buffer that holds the line. */
    public byte[] bytes() {
        return buffer;
    }

    /** Where the line starts in {@link #bytes}. */
    public int start() {
        return start;
    }

    /** The length of the line in bytes, without its end. */
    public int length() {
        return length;
    }

    /** The number of the line, from 1. */
    public long number() {
        return number;
    }

    /** Whether a line feed ended the line; false only for the last line of a stream that was cut. */
    public boolean terminated() {
        return terminated;
    }

    private boolean advance() throws IOException {
        int searched = 0;
        while (true) {
            int feed = ByteSearch.indexOf(buffer, position + searched, filled, '\n');
            if (feed >= 0) {
                take(feed, true);
                position = feed + 1;
                return true;
            }
            searched = filled - position;
            if (ended || !fill()) {
                return takeRest();
            }
        }
    }

    private boolean takeRest() {
        if (position == filled) {
            return false;
        }
        take(filled, false);
        position = filled;
        return true;
    }

    private void take(int end, boolean withFeed) {
        number++;
        start = position;
        int last = end;
        if (last > start && buffer[last - 1] == '\r') {
            last--;
        }
        if (number == 1 && last - start >= 3 && isByteOrderMark(start)) {
            start += 3;
        }
        length = last - start;
        terminated = withFeed;
        if (length > maxBytes) {
            throw tooLong();
        }
    }

    private boolean isByteOrderMark(int at) {
        return buffer[at] == (byte) 0xEF && buffer[at + 1] == (byte) 0xBB && buffer[at + 2] == (byte) 0xBF;
    }

    /** Moves the line begun to the front, reads more behind it; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, filled - position);
            filled -= position;
            position = 0;
        }
        if (filled > (long) maxBytes + 4) {
            number++;
            throw tooLong();
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min((long) maxBytes + 8, buffer.length * 2L));
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
            return false;
        }
        filled += read;
        return true;
    }

    private InputException tooLong() {
        return new InputException("line " + number + " is longer than max_message_bytes (" + maxBytes
                + "); raise that setting, and the heap with it, if the message is meant to be so long");
    }

    private boolean blank() {
        for (int i = start; i < start + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
