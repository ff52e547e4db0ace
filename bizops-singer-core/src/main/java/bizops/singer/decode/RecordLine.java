package bizops.singer.decode;

import bizops.singer.read.ByteSearch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The members around the record of a RECORD line in the ordinary shape: type, stream and record in this order, then at
 * most {@code version} and {@code time_extracted}, texts in plain ASCII. What is written otherwise is not recognised,
 * which says nothing against it. Used again for each line; owned by the decoder.
 */
final class RecordLine {
    private static final byte[] TYPE = ascii("\"type\"");
    private static final byte[] RECORD_TYPE = ascii("\"RECORD\"");
    private static final byte[] STREAM = ascii("\"stream\"");
    private static final byte[] RECORD = ascii("\"record\"");
    private static final byte[] VERSION = ascii("\"version\"");
    private static final byte[] TIME_EXTRACTED = ascii("\"time_extracted\"");
    private static final byte[] NULL = ascii("null");
    /** A number of so many digits is a long. */
    private static final int MOST_DIGITS = 18;

    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    private final Repeated stream = new Repeated();
    private final Repeated time = new Repeated();
    private @Nullable Long version;
    private @Nullable String timeExtracted;

    /** Where the record starts in the line {@code bytes[start .. end)}; -1 if what precedes it is not ordinary. */
    int record(byte[] line, int start, int lineEnd) {
        bytes = line;
        at = start;
        end = lineEnd;
        boolean ordinary = take('{')
                && take(TYPE)
                && take(':')
                && take(RECORD_TYPE)
                && take(',')
                && take(STREAM)
                && take(':')
                && text(stream)
                && take(',')
                && take(RECORD)
                && take(':');
        skipBlanks();
        return ordinary && !stream.text.isEmpty() && at < end && bytes[at] == '{' ? at : -1;
    }

    String stream() {
        return stream.text;
    }

    /** Reads the line on from the end of the record; false if the rest is not ordinary. */
    boolean rest(int from) {
        at = from;
        version = null;
        timeExtracted = null;
        boolean versionCame = false;
        boolean timeCame = false;
        while (take(',')) {
            if (!versionCame && take(VERSION)) {
                versionCame = true;
                if (!take(':') || !(take(NULL) || number())) {
                    return false;
                }
            } else if (!timeCame && take(TIME_EXTRACTED)) {
                timeCame = true;
                if (!take(':') || !(take(NULL) || time())) {
                    return false;
                }
            } else {
                return false;
            }
        }
        boolean closed = take('}');
        skipBlanks();
        return closed && at == end;
    }

    @Nullable
    Long version() {
        return version;
    }

    @Nullable
    String timeExtracted() {
        return timeExtracted;
    }

    private boolean time() {
        boolean read = text(time);
        timeExtracted = time.text;
        return read;
    }

    private boolean number() {
        boolean negative = at < end && bytes[at] == '-';
        int first = negative ? at + 1 : at;
        long value = 0;
        int i = first;
        while (i < end && i - first < MOST_DIGITS && bytes[i] >= '0' && bytes[i] <= '9') {
            value = value * 10 + bytes[i++] - '0';
        }
        if (i == first || (bytes[first] == '0' && i > first + 1)) {
            return false;
        }
        at = i;
        version = negative ? -value : value;
        return true;
    }

    private boolean text(Repeated into) {
        if (!take('"')) {
            return false;
        }
        int stop = ByteSearch.plainUntil(bytes, at, end);
        if (stop == end || bytes[stop] != '"') {
            return false;
        }
        into.read(bytes, at, stop);
        at = stop + 1;
        return true;
    }

    private boolean take(char wanted) {
        skipBlanks();
        if (at < end && bytes[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean take(byte[] wanted) {
        skipBlanks();
        int stop = at + wanted.length;
        if (stop <= end && Arrays.equals(bytes, at, stop, wanted, 0, wanted.length)) {
            at = stop;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A text that is mostly the same from line to line, and then needs no new object. */
    private static final class Repeated {
        private byte[] read = new byte[0];
        private String text = "";

        void read(byte[] bytes, int from, int to) {
            if (!Arrays.equals(bytes, from, to, read, 0, read.length)) {
                read = Arrays.copyOfRange(bytes, from, to);
                text = new String(read, StandardCharsets.US_ASCII);
            }
        }
    }
}
