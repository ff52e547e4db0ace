package bizops.sandbox.zuora.rest;

import bizops.sandbox.zuora.zoql.Found;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One file of an answer: the rows of a snapshot and how they are written; immutable. Nothing is written before somebody
 * downloads it.
 *
 * @param object the object asked for
 * @param packing {@code csv}, {@code gzip} or {@code zip}
 * @param window how much time its query looked at
 * @param until when it is purged
 */
record ResultFile(
        String id, String object, String packing, CsvLayout layout, List<Found> rows, Duration window, Instant until) {

    String contentType() {
        return switch (packing) {
            case "gzip" -> "application/x-gzip";
            case "zip" -> "application/zip";
            default -> "text/csv;charset=UTF-8";
        };
    }

    String fileName() {
        return object + (packing.equals("gzip") ? ".csv.gz" : packing.equals("zip") ? ".zip" : ".csv");
    }

    ResultFile withRows(List<Found> other) {
        return new ResultFile(id, object, packing, layout, other, window, until);
    }

    void writeTo(OutputStream out) throws IOException {
        switch (packing) {
            case "gzip" -> {
                GZIPOutputStream packed = new GZIPOutputStream(out);
                csv(packed);
                packed.finish();
            }
            case "zip" -> {
                ZipOutputStream packed = new ZipOutputStream(out);
                packed.putNextEntry(new ZipEntry(object + ".csv"));
                csv(packed);
                packed.closeEntry();
                packed.finish();
            }
            default -> csv(out);
        }
        out.flush();
    }

    private void csv(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(writer, layout.header());
        for (Found row : rows) {
            line(writer, layout.row(row));
        }
        writer.flush();
    }

    /** RFC 4180: quotes where there is a comma, a quote or a line end, and quotes doubled; lines end in LF. */
    private static void line(Writer writer, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (i > 0) {
                writer.write(',');
            }
            boolean quoted = cell.indexOf(',') >= 0
                    || cell.indexOf('"') >= 0
                    || cell.indexOf('\n') >= 0
                    || cell.indexOf('\r') >= 0;
            writer.write(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        writer.write('\n');
    }
}
