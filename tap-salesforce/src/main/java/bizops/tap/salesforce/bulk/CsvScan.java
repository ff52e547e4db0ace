package bizops.tap.salesforce.bulk;

import bizops.tap.salesforce.convert.FieldLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks at the bytes of a CSV page as they come in, before a single row of it is used: that every row has all columns,
 * that the page ends behind a row, how many rows there are, and that no field is too large to carry. Owned by one
 * thread.
 *
 * <p>Quotes, commas and line feeds are single bytes in UTF-8 and never part of another character.
 */
final class CsvScan {
    private static final int SHOWN_ID = 40;
    /** A query may have 100,000 characters, which its columns' names cannot exceed. */
    private static final int MOST_HEADER_BYTES = 250_000;

    /** What Bulk v1 says in place of a file without rows. */
    private static final String NO_ROWS = "Records not found for this query";

    private static final Pattern COMMA = Pattern.compile(",");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String object;
    private final List<String> columns;
    private final ByteArrayOutputStream firstLine = new ByteArrayOutputStream();
    private final StringBuilder id = new StringBuilder();
    private boolean quoted;
    private long lines;
    private int column;
    private long fieldBytes;
    private long lineBytes;
    private boolean header;

    /** @param columns what was asked for, in order */
    CsvScan(String object, List<String> columns) {
        this.object = object;
        this.columns = List.copyOf(columns);
    }

    /** The next bytes of the page. */
    void take(byte[] bytes, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (lines == 0 && firstLine.size() < MOST_HEADER_BYTES) {
                firstLine.write(b);
            }
            if (b == '"') {
                quoted = !quoted;
                lineBytes++;
            } else if (b == '\n' && !quoted) {
                endLine();
            } else if (b == ',' && !quoted) {
                column++;
                fieldBytes = 0;
                lineBytes++;
            } else {
                inside(b);
            }
        }
    }

    private void inside(byte b) {
        lineBytes += b == '\r' ? 0 : 1;
        if (++fieldBytes > FieldLimit.MOST_BYTES) {
            throw FieldLimit.exceeded(object, id, column < columns.size() ? columns.get(column) : "?");
        }
        if (column == 0 && id.length() < SHOWN_ID) {
            id.append((char) b);
        }
    }

    private void endLine() throws IOException {
        if (lineBytes > 0) {
            if (column + 1 != columns.size()) {
                throw new IOException(
                        "a row of " + (column + 1) + " values where " + columns.size() + " were asked for");
            }
            if (lines == 0) {
                header = isHeader();
            }
            lines++;
        }
        column = 0;
        fieldBytes = 0;
        lineBytes = 0;
        id.setLength(0);
    }

    private boolean isHeader() {
        String line = firstLine
                .toString(StandardCharsets.UTF_8)
                .replace(BYTE_ORDER_MARK, "")
                .replace("\"", "")
                .strip();
        String[] names = COMMA.split(line, -1);
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equalsIgnoreCase(columns.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The page is over: the number of its rows without the header; a page cut in mid row is broken. */
    long end() throws IOException {
        if (quoted) {
            throw new IOException("the page ends in the middle of a value");
        }
        if (lines == 0 && firstLine.toString(StandardCharsets.UTF_8).strip().equals(NO_ROWS)) {
            return 0;
        }
        endLine();
        return header ? lines - 1 : lines;
    }

    /** Whether the first line names the columns; the vendor is known to leave it out on later pages. */
    boolean hasHeader() {
        return header;
    }
}
