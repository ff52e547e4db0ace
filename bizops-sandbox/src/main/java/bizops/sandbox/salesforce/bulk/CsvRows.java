package bizops.sandbox.salesforce.bulk;

import bizops.sandbox.http.Body;
import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.FieldType;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.Wire;
import bizops.sandbox.salesforce.soql.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a result as CSV: a header on every page, every value in double quotes, null and the empty text alike
 * {@code ""}. Written while it is sent; the org is locked for a few rows at a time.
 */
public final class CsvRows {
    private static final int PIECE = 65_536;

    private final Org org;
    private final ResultSet result;
    private final char delimiter;
    private final String lineEnding;

    public CsvRows(Org org, ResultSet result, char delimiter, String lineEnding) {
        this.org = org;
        this.result = result;
        this.delimiter = delimiter;
        this.lineEnding = lineEnding;
    }

    /** The rows from {@code from} up to but without {@code to}. */
    public Body body(int from, int to) {
        return Body.streamed(out -> write(out, from, to));
    }

    private void write(OutputStream out, int from, int to) throws IOException {
        StringBuilder piece = new StringBuilder();
        line(piece, Column::path);
        int next = from;
        do {
            synchronized (org) {
                while (next < to && piece.length() < PIECE) {
                    Map<String, Object> row = result.row(next++);
                    line(
                            piece,
                            column -> text(column.field(), result.statement().value(column, row)));
                }
            }
            out.write(piece.toString().getBytes(StandardCharsets.UTF_8));
            piece = new StringBuilder();
        } while (next < to);
    }

    private interface Cell {
        String of(Column column);
    }

    private void line(StringBuilder piece, Cell cell) {
        boolean first = true;
        for (Column column : result.statement().columns()) {
            if (!first) {
                piece.append(delimiter);
            }
            first = false;
            piece.append('"').append(cell.of(column).replace("\"", "\"\"")).append('"');
        }
        piece.append(lineEnding);
    }

    /** A roll-up of whole numbers that is zero comes as {@code 0.0}, the form which connectors know. */
    private static String text(Field field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            String plain = Wire.number(field, number);
            return field.type() == FieldType.INT && field.calculated() && number.signum() == 0 ? "0.0" : plain;
        }
        return value instanceof Instant instant ? Wire.bulkInstant(instant) : value.toString();
    }
}
