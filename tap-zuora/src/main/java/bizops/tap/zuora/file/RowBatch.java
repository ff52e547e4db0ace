package bizops.tap.zuora.file;

import java.util.ArrayList;
import java.util.List;

/** Some rows of a file on their way from one thread to another. Owned by whichever of the two has it. */
final class RowBatch {
    private static final int FULL_CHARACTERS = 16 * 1024;
    /** What a value takes beside its characters, in characters. */
    private static final int OF_VALUE = 16;

    private final List<String> header;
    private final List<String[]> rows = new ArrayList<>();
    private long size;

    /** @param header empty if the rows are not the first of their file */
    RowBatch(List<String> header) {
        this.header = header;
    }

    void add(String[] row) {
        rows.add(row);
        size += (long) row.length * OF_VALUE;
        for (String value : row) {
            size += value.length();
        }
    }

    boolean isFull() {
        return size >= FULL_CHARACTERS;
    }

    /** The memory that it takes, in characters. */
    long size() {
        return size;
    }

    void handOver(RowHandler handler) {
        if (!header.isEmpty()) {
            handler.header(header);
        }
        rows.forEach(handler::row);
    }
}
