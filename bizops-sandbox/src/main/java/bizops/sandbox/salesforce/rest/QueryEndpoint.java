package bizops.sandbox.salesforce.rest;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.data.Formulas;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.soql.Column;
import bizops.sandbox.salesforce.soql.FieldAccess;
import bizops.sandbox.salesforce.soql.Statement;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code query}, {@code queryAll} and their further pages. */
final class QueryEndpoint {
    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize\\s*=\\s*(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCATOR = Pattern.compile("([0-9A-Za-z]{18})-(\\d{1,9})");
    private static final int LARGEST_PAGE = 2000;
    private static final int SMALLEST_PAGE = 200;
    private static final int PAGE_BYTES = 1_000_000;
    private static final int USUAL_WINDOW_SECONDS = 86_400;

    private final Org org;
    private final FieldAccess access;
    private final Faults faults;
    private final Cursors cursors;
    private final ValueJson values;

    QueryEndpoint(Org org, FieldAccess access, Faults faults, Cursors cursors) {
        this.org = org;
        this.access = access;
        this.faults = faults;
        this.cursors = cursors;
        this.values = ValueJson.rest(new Formulas(org));
    }

    Reply first(Call call, Session session, boolean all) {
        String soql = call.parameter("q")
                .orElseThrow(() -> new ApiException(400, "MALFORMED_QUERY", "A query string has to be specified"));
        Statement statement = Statement.prepare(org, access, soql);
        refuseWideWindow(statement, call);
        List<String> ids = statement.run(all);
        if (statement.isCount()) {
            return Reply.json(Json.text(json -> {
                json.writeStartObject();
                json.writeNumberField("totalSize", ids.size());
                json.writeBooleanField("done", true);
                json.writeArrayFieldStart("records");
                json.writeEndArray();
                json.writeEndObject();
            }));
        }
        if (!statement.aggregates().isEmpty()) {
            return AggregateReply.of(statement, ids);
        }
        return page(cursors.open(session, statement, ids, pageSize(call), org.now()), 0, version(call));
    }

    Reply next(Call call, Session session, String locator) {
        Matcher matcher = LOCATOR.matcher(locator);
        if (!matcher.matches()) {
            throw Cursors.invalid();
        }
        Cursors.Cursor cursor = cursors.of(matcher.group(1), session, org.now());
        int from = Integer.parseInt(matcher.group(2));
        String object = cursor.statement().type().name();
        if (from < 1
                || from >= cursor.ids().size()
                || faults.firing(Set.of(SalesforceFault.INVALID_LOCATOR), call.path(), object)
                        .isPresent()) {
            throw Cursors.invalid();
        }
        return page(cursor, from, version(call));
    }

    private void refuseWideWindow(Statement statement, Call call) {
        faults.firing(
                        Set.of(SalesforceFault.QUERY_TIMEOUT),
                        call.path(),
                        statement.type().name())
                .filter(fault -> statement.window().toSeconds() > seconds(fault))
                .ifPresent(fault -> {
                    throw new ApiException(400, "QUERY_TIMEOUT", "Your query request was running for too long.");
                });
    }

    private static int seconds(Fault fault) {
        return fault.seconds() > 0 ? fault.seconds() : USUAL_WINDOW_SECONDS;
    }

    private Reply page(Cursors.Cursor cursor, int from, String version) {
        RecordShape shape = RecordShape.of(cursor.statement().columns());
        Page page = new Page();
        String records = Json.text(json -> page.write(json, cursor, from, shape, version));
        boolean done = page.to >= cursor.ids().size();
        String next = done ? null : "/services/data/" + version + "/query/" + cursor.locator() + "-" + page.to;
        if (done) {
            cursors.close(cursor);
        }
        return Reply.json(Json.text(json -> envelope(json, cursor.ids().size(), next, records)));
    }

    private static void envelope(JsonGenerator json, int total, @Nullable String next, String records)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("totalSize", total);
        json.writeBooleanField("done", next == null);
        if (next != null) {
            json.writeStringField("nextRecordsUrl", next);
        }
        json.writeFieldName("records");
        json.writeRawValue(records);
        json.writeEndObject();
    }

    private static int pageSize(Call call) {
        Matcher matcher = BATCH_SIZE.matcher(call.header("sforce-query-options").orElse(""));
        if (!matcher.find() || matcher.group(1).length() > 6) {
            return LARGEST_PAGE;
        }
        return Math.max(SMALLEST_PAGE, Math.min(LARGEST_PAGE, Integer.parseInt(matcher.group(1))));
    }

    private static String version(Call call) {
        String version = call.part(2);
        return version == null ? "" : version;
    }

    /** Writes rows until the page is full by number or by bytes; {@code to} is then where the next page starts. */
    private final class Page {
        private int to;

        void write(JsonGenerator json, Cursors.Cursor cursor, int from, RecordShape shape, String version)
                throws IOException {
            int end = Math.min(cursor.ids().size(), from + cursor.pageSize());
            json.writeStartArray();
            for (to = from; to < end; to++) {
                Map<String, Object> seen = cursor.statement().see(cursor.ids().get(to));
                if (seen != null) {
                    shape.write(
                            json,
                            org,
                            values,
                            new Column.Found(cursor.statement().type(), seen),
                            version);
                }
                json.flush();
                if (((StringWriter) Objects.requireNonNull(json.getOutputTarget()))
                                .getBuffer()
                                .length()
                        > PAGE_BYTES) {
                    to++;
                    break;
                }
            }
            json.writeEndArray();
        }
    }
}
