package bizops.sandbox.zuora.rest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Data Query and how they are written: JSON lines, or values between separators; immutable.
 *
 * @param names of the columns, in lower case
 * @param rows each made into values while it is written
 * @param window how much time the query looked at
 * @param separator null for JSON lines
 */
record DataAnswer(
        List<String> names,
        List<Function<Integer, @Nullable Object>> rows,
        @Nullable String separator,
        boolean gzip,
        ZoneId zone,
        Duration window) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    void writeTo(OutputStream out) throws IOException {
        if (gzip) {
            GZIPOutputStream packed = new GZIPOutputStream(out);
            write(packed);
            packed.finish();
        } else {
            write(out);
        }
        out.flush();
    }

    private void write(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (separator != null) {
            writer.write(String.join(separator, names) + "\n");
        }
        for (Function<Integer, @Nullable Object> row : rows) {
            writer.write(separator == null ? json(row) : separated(row, separator));
            writer.write('\n');
        }
        writer.flush();
    }

    private String json(Function<Integer, @Nullable Object> row) {
        var object = Json.object();
        for (int i = 0; i < names.size(); i++) {
            Object value = row.apply(i);
            if (value instanceof BigDecimal number) {
                object.put(names.get(i), number);
            } else if (value instanceof Boolean flag) {
                object.put(names.get(i), flag);
            } else {
                object.put(names.get(i), value == null ? null : text(value));
            }
        }
        return object.toString();
    }

    private String separated(Function<Integer, @Nullable Object> row, String between) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Object value = row.apply(i);
            String cell = value == null ? "" : text(value);
            boolean quoted = cell.contains(between) || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            cells.add(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return String.join(between, cells);
    }

    private String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Instant instant ? TIME.format(instant.atZone(zone)) : value.toString();
    }
}
