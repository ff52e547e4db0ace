package bizops.tap.zuora.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Tells from the bytes alone that a file is ordinary CSV: each record ended and as wide as the header. No text is made of
 * a value, so this costs a fraction of reading the file. What is out of the ordinary is left to {@link CsvFile}, which
 * knows what is wrong with it. Owned by one thread.
 */
final class CsvShape {
    private static final int BUFFER = 64 * 1024;

    private final byte[] buffer = new byte[BUFFER];
    private State state = State.LINE_START;
    private long records;
    private int width;
    private int fields;
    private long length;

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
     * @return rows without the header; empty if the file must be read to tell what is wrong, or whether anything is
     */
    static OptionalLong rows(InputStream csv) throws IOException {
        return new CsvShape().read(csv);
    }

    private OptionalLong read(InputStream csv) throws IOException {
        for (int read = csv.read(buffer); read >= 0; read = csv.read(buffer)) {
            for (int i = 0; i < read; i++) {
                if (!take(buffer[i])) {
                    return OptionalLong.empty();
                }
            }
        }
        boolean ends = state == State.LINE_START || (state != State.QUOTED && endRecord());
        return ends && records > 0 ? OptionalLong.of(records - 1) : OptionalLong.empty();
    }

    private boolean take(byte next) {
        if (state == State.QUOTED) {
            state = next == '"' ? State.QUOTE : State.QUOTED;
            return ++length <= CsvFile.LONGEST_VALUE;
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
                boolean inPlain = state == State.PLAIN;
                state = inPlain ? State.PLAIN : State.QUOTED;
                return true;
            }
            default -> {
                boolean behindQuote = state == State.QUOTE;
                state = State.PLAIN;
                return !behindQuote && ++length <= CsvFile.LONGEST_VALUE;
            }
        }
    }

    /** An empty line is none, so that both halves of a line's end may come here. */
    private boolean endRecord() {
        fields++;
        width = records == 0 ? fields : width;
        boolean even = fields == width;
        records++;
        fields = 0;
        length = 0;
        state = State.LINE_START;
        return even;
    }
}
