package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.salesforce.bulk.QueryJob;
import bizops.sandbox.salesforce.data.FieldType;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.soql.FieldAccess;
import bizops.sandbox.salesforce.soql.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Reads and checks what a client orders from the Bulk API 2.0 (guide, "Create a Query Job"). */
final class BulkOrder {
    private static final Map<String, Character> DELIMITERS =
            Map.of("BACKQUOTE", '`', "CARET", '^', "COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "TAB", '\t');
    private static final Set<String> OPERATIONS = Set.of("query", "queryAll");

    private final Org org;
    private final FieldAccess access;

    BulkOrder(Org org, FieldAccess access) {
        this.org = org;
        this.access = access;
    }

    static char delimiter(String name) {
        return DELIMITERS.getOrDefault(name, ',');
    }

    QueryJob.Order read(Call call, String version) {
        if (!call.header("content-type").orElse("").startsWith("application/json")) {
            throw new ApiException(415, "UNSUPPORTED_MEDIA_TYPE", "Content type not supported, use application/json");
        }
        JsonNode body = Json.read(call.body());
        String operation = text(body, "operation", "");
        String delimiter = text(body, "columnDelimiter", "COMMA");
        String lineEnding = text(body, "lineEnding", "LF");
        if (!OPERATIONS.contains(operation)
                || !DELIMITERS.containsKey(delimiter)
                || !Set.of("LF", "CRLF").contains(lineEnding)
                || !text(body, "contentType", "CSV").equals("CSV")) {
            throw new ApiException(400, "API_ERROR", "Value does not match expected type at [line:1, column:22]");
        }
        Statement statement = statement(org, access, text(body, "query", ""));
        return new QueryJob.Order(operation, statement, delimiter, lineEnding, version);
    }

    /** A query as Bulk takes it: no counts and no compound fields. */
    static Statement statement(Org org, FieldAccess access, String soql) {
        Statement statement = Statement.prepare(org, access, soql);
        if (statement.isCount() || !statement.aggregates().isEmpty()) {
            throw new ApiException(
                    400, "FUNCTIONALITY_NOT_ENABLED", "Aggregate queries are not supported by the Bulk API");
        }
        if (statement.columns().stream().anyMatch(column -> column.field().type() == FieldType.ADDRESS)) {
            throw new ApiException(
                    400, "FUNCTIONALITY_NOT_ENABLED", "Selecting compound data not supported in Bulk Query");
        }
        return statement;
    }

    private static String text(JsonNode body, String key, String otherwise) {
        JsonNode value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw new ApiException(400, "API_ERROR", "Value does not match expected type at [line:1, column:22]");
        }
        return value.asText();
    }
}
