package bizops.sandbox.marketo.bulk;

import bizops.sandbox.marketo.data.Wire;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file in UTF-8 without a mark, a header row, rows ended by a line feed, quotes where needed, and the bare word
 * {@code null} for a missing value (section 4 of the vendor notes).
 *
 * @param quotesNull whether that word is in quotes
 */
record ExportFile(List<String> header, char delimiter, boolean quotesNull, Extract rows) {
    private static final int BUFFER = 65_536;

    void writeTo(OutputStream wire) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(wire, BUFFER);
        line(out, header);
        for (int i = 0; i < rows.size(); i++) {
            line(out, rows.row(i));
        }
        out.flush();
    }

    private void line(OutputStream out, List<? extends @Nullable Object> values) throws IOException {
        String line = values.stream().map(this::cell).collect(Collectors.joining(String.valueOf(delimiter)));
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String cell(@Nullable Object value) {
        if (value == null) {
            return quotesNull ? "\"null\"" : "null";
        }
        String text = Wire.text(value);
        return needsQuotes(text) ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    private boolean needsQuotes(String text) {
        return text.indexOf(delimiter) >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0
                || text.indexOf('\0') >= 0;
    }
}
