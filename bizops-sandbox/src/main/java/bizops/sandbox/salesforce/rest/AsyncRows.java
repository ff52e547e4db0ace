package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Body;
import bizops.sandbox.salesforce.bulk.ResultSet;
import bizops.sandbox.salesforce.data.Formulas;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.soql.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Some rows of a result as a JSON file of the Bulk API v1: an array of records as REST has them, instants as numbers.
 * Written while it is sent; the org is locked for a few rows at a time.
 */
final class AsyncRows {
    private static final int PIECE = 100;

    private final Org org;
    private final ResultSet result;
    private final RecordShape shape;
    private final ValueJson values;
    private final String version;

    /** The rows of {@code result} with addresses of the API's {@code version}, such as {@code 64.0}. */
    AsyncRows(Org org, ResultSet result, String version) {
        this.org = org;
        this.result = result;
        this.shape = RecordShape.of(result.statement().columns());
        this.values = ValueJson.async(new Formulas(org));
        this.version = "v" + version;
    }

    /** The rows from {@code from} up to but without {@code to}. */
    Body body(int from, int to) {
        return Body.streamed(out -> write(out, from, to));
    }

    private void write(OutputStream out, int from, int to) throws IOException {
        put(out, "[");
        for (int next = from; next < to; next += PIECE) {
            StringBuilder piece = new StringBuilder();
            synchronized (org) {
                for (int place = next; place < Math.min(to, next + PIECE); place++) {
                    piece.append(place == from ? "" : ",").append(record(place));
                }
            }
            put(out, piece.toString());
        }
        put(out, "]");
    }

    private String record(int place) {
        Column.Found row = new Column.Found(result.statement().type(), result.row(place));
        return Json.text(json -> shape.write(json, org, values, row, version));
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
