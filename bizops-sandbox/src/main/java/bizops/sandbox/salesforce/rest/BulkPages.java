package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.bulk.CsvRows;
import bizops.sandbox.salesforce.bulk.QueryJob;
import bizops.sandbox.salesforce.data.Org;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The pages of a complete job: {@code results} by locator, and {@code resultPages}. A locator is the offset in base 64. */
final class BulkPages {
    private static final int USUAL_ROWS = 50_000;
    private static final int MOST_ROWS = 1_000_000;
    private static final int PAGES_TOLD = 5;

    private final Org org;
    private final BulkFates fates;

    BulkPages(Org org, BulkFates fates) {
        this.org = org;
        this.fates = fates;
    }

    /** One page, streamed. */
    Reply page(Call call, QueryJob job) {
        int total = job.rows().size();
        int from = offset(call.parameter("locator").orElse(null), total);
        int to = Math.min(total, from + rows(call, job));
        String object = job.order().statement().type().name();
        int sent = Math.max(from, to - fates.rowsMissing(call.path(), object));
        String lineEnding = job.order().lineEnding().equals("CRLF") ? "\r\n" : "\n";
        CsvRows csv =
                new CsvRows(org, job.rows(), BulkOrder.delimiter(job.order().columnDelimiter()), lineEnding);
        return Reply.of("text/csv", csv.body(from, sent))
                .with("Sforce-NumberOfRecords", Integer.toString(to - from))
                .with("Sforce-Locator", to < total ? locator(to) : "null");
    }

    /** Where the next five pages are. */
    Reply list(Call call, QueryJob job, String version) {
        int total = job.rows().size();
        int first = offset(call.parameter("locator").orElse(null), total);
        int rows = rows(call, job);
        String base = "/services/data/" + version + "/jobs/query/" + job.id();
        long end = (long) first + (long) rows * PAGES_TOLD;
        boolean done = end >= total;
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("resultPages");
            for (long from = first; from < Math.min(end, Math.max(1, total)); from += rows) {
                json.writeStartObject();
                json.writeStringField("resultUrl", base + "/results?locator=" + locator((int) from));
                json.writeEndObject();
            }
            json.writeEndArray();
            if (done) {
                json.writeNullField("nextRecordsUrl");
            } else {
                json.writeStringField("nextRecordsUrl", base + "/resultPages?locator=" + locator((int) end));
            }
            json.writeBooleanField("done", done);
            json.writeEndObject();
        }));
    }

    private int rows(Call call, QueryJob job) {
        String asked = call.parameter("maxRecords").orElse(null);
        int rows = USUAL_ROWS;
        if (asked != null) {
            if (!asked.matches("[1-9]\\d{0,6}") || Integer.parseInt(asked) > MOST_ROWS) {
                throw new ApiException(400, "API_ERROR", "maxRecords must be a number from 1 to " + MOST_ROWS);
            }
            rows = Integer.parseInt(asked);
        }
        return fates.pageRows(call.path(), job.order().statement().type().name(), rows);
    }

    private static int offset(@Nullable String locator, int total) {
        if (locator == null) {
            return 0;
        }
        try {
            String text = new String(Base64.getDecoder().decode(locator), StandardCharsets.US_ASCII);
            if (text.matches("\\d{1,9}") && (text.equals("0") || Integer.parseInt(text) < total)) {
                return Integer.parseInt(text);
            }
        } catch (IllegalArgumentException e) {
            throw invalidLocator();
        }
        throw invalidLocator();
    }

    private static ApiException invalidLocator() {
        return new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    private static String locator(int offset) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(offset).getBytes(StandardCharsets.US_ASCII));
    }
}
