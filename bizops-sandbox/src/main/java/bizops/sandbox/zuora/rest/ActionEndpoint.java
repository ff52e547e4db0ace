package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.zuora.data.Tenant;
import bizops.sandbox.zuora.zoql.Column;
import bizops.sandbox.zuora.zoql.Found;
import bizops.sandbox.zuora.zoql.Statement;
import bizops.sandbox.zuora.zoql.ZoqlException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /v1/action/query} and {@code queryMore}: plain ZOQL, pages of 2000 rows, nothing for what is null. */
final class ActionEndpoint {
    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final int LARGEST_PAGE = 2000;

    private final Tenant tenant;
    private final Settings settings;
    private final Access access;
    private final FileStore ids;
    private final Map<String, Cursor> cursors = new HashMap<>();

    private record Cursor(Statement statement, List<Found> rows, int next, int page, Instant until) {}

    ActionEndpoint(Tenant tenant, Settings settings, Faults faults, FileStore ids) {
        this.tenant = tenant;
        this.settings = settings;
        this.ids = ids;
        this.access = new Access(settings, faults, Access.For.EXPORT);
    }

    Reply query(Call call) {
        JsonNode request = Json.read(call.body());
        String query = request.path("queryString").asText("");
        int page = request.path("conf").path("batchSize").asInt(LARGEST_PAGE);
        try {
            Statement statement = Statement.preparePlain(tenant, access, settings.zone(), query);
            List<Found> rows = statement.run(tenant.now(), false);
            int size = Math.max(1, Math.min(LARGEST_PAGE, page));
            return page(new Cursor(statement, rows, 0, size, tenant.now()));
        } catch (ZoqlException e) {
            throw fault(String.valueOf(e.getMessage()), query);
        }
    }

    private static ApiException fault(String message, String query) {
        String object = query.replaceAll("(?is).*\\bfrom\\s+(\\w+).*", "$1");
        if (message.startsWith("There is no field named ")) {
            String field =
                    message.substring("There is no field named ".length()).toLowerCase(Locale.ROOT);
            return fault("INVALID_FIELD", "invalid field for query: " + object + "." + field, true);
        }
        if (message.startsWith("The requested data source")) {
            return fault("INVALID_TYPE", "invalid type for query: " + object, true);
        }
        return fault("MALFORMED_QUERY", "You have an error in your ZOQL syntax", true);
    }

    private static ApiException fault(String code, String message, boolean malformed) {
        ObjectNode body = Json.object().put("faultcode", "fns:" + code).put("faultstring", message);
        body.putObject("detail")
                .putObject(malformed ? "MalformedQueryFault" : "InvalidQueryLocatorFault")
                .put("FaultCode", code)
                .put("FaultMessage", message);
        return new ApiException(Reply.json(400, body.toString()));
    }

    Reply more(Call call) {
        Cursor cursor =
                cursors.remove(Json.read(call.body()).path("queryLocator").asText(""));
        if (cursor == null || cursor.until().isBefore(tenant.now())) {
            throw fault("INVALID_QUERY_LOCATOR", "invalid query locator", false);
        }
        return page(cursor);
    }

    private Reply page(Cursor cursor) {
        int end = Math.min(cursor.rows().size(), cursor.next() + cursor.page());
        ObjectNode body = Json.object();
        body.put("size", cursor.rows().size());
        ArrayNode records = body.putArray("records");
        for (Found row : cursor.rows().subList(cursor.next(), end)) {
            record(records.addObject(), cursor.statement().columns(), row);
        }
        boolean done = end == cursor.rows().size();
        if (!done) {
            String locator = ids.newId() + "-" + end;
            cursors.put(
                    locator,
                    new Cursor(
                            cursor.statement(),
                            cursor.rows(),
                            end,
                            cursor.page(),
                            tenant.now().plus(IDLE)));
            body.put("queryLocator", locator);
        }
        return Reply.json(body.put("done", done).toString());
    }

    private void record(ObjectNode record, List<Column> columns, Found row) {
        Texts texts = new Texts(settings.zone(), ".000xxx", false, "");
        for (Column column : columns) {
            Object value = column.value(row);
            if (value instanceof BigDecimal number) {
                record.put(column.flatName(), number);
            } else if (value instanceof Boolean flag) {
                record.put(column.flatName(), flag);
            } else if (value != null) {
                record.put(column.flatName(), texts.text(value));
            }
        }
    }
}
