package bizops.sandbox.zuora.rest;

import bizops.sandbox.zuora.data.Field;
import bizops.sandbox.zuora.data.FieldType;
import bizops.sandbox.zuora.data.ObjectType;
import bizops.sandbox.zuora.data.Tenant;
import bizops.sandbox.zuora.zoql.Column;
import bizops.sandbox.zuora.zoql.FieldAccess;
import bizops.sandbox.zuora.zoql.Found;
import bizops.sandbox.zuora.zoql.Statement;
import bizops.sandbox.zuora.zoql.ZoqlException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Evaluates Data Queries: SELECT, SHOW TABLES, DESCRIBE. */
final class DataQueries {
    private final Tenant tenant;
    private final Settings settings;
    private final FieldAccess access;

    DataQueries(Tenant tenant, Settings settings, FieldAccess access) {
        this.tenant = tenant;
        this.settings = settings;
        this.access = access;
    }

    DataAnswer answer(JsonNode request) {
        String query = request.path("query").asText().strip();
        if (query.toLowerCase(Locale.ROOT).matches("show\\s+tables")) {
            return listed(request, List.of("Table"), tables());
        }
        if (query.toLowerCase(Locale.ROOT).matches("describe\\s+\\w+")) {
            return listed(request, List.of("Column", "Type", "Extra", "Comment"), columns(query.split("\\s+", -1)[1]));
        }
        try {
            Statement statement = Statement.prepareSql(tenant, access, settings.zone(), query);
            return selected(request, statement);
        } catch (ZoqlException e) {
            throw new DataQueryException("line 1:1: " + said(String.valueOf(e.getMessage()), query));
        }
    }

    /** The words of the query engine for what our parser found. */
    private static String said(String message, String query) {
        if (message.startsWith("There is no field named ")) {
            return "Column '"
                    + message.substring("There is no field named ".length()).toLowerCase(Locale.ROOT)
                    + "' cannot be resolved";
        }
        if (message.startsWith("The requested data source")) {
            return "Table owl.data."
                    + query.replaceAll("(?is).*\\bfrom\\s+(\\w+).*", "$1").toLowerCase(Locale.ROOT)
                    + " does not exist";
        }
        return message;
    }

    private DataAnswer selected(JsonNode request, Statement statement) {
        if (!statement.aggregates().isEmpty()) {
            return aggregated(request, statement);
        }
        List<Column> columns = statement.columns();
        boolean flagged =
                columns.stream().anyMatch(column -> column.field().name().equals("Deleted"));
        boolean onlyDeleted = request.path("readDeleted").asBoolean();
        List<Function<Integer, @Nullable Object>> rows = new ArrayList<>();
        for (Found row : statement.run(tenant.now(), flagged || onlyDeleted)) {
            if (row.deleted() || !onlyDeleted) {
                rows.add(column -> columns.get(column).value(row));
            }
        }
        return answer(
                request,
                statement.window(),
                columns.stream()
                        .map(column -> column.flatName().toLowerCase(Locale.ROOT))
                        .toList(),
                rows);
    }

    /** One row. */
    private DataAnswer aggregated(JsonNode request, Statement statement) {
        List<Found> rows = statement.run(tenant.now(), false);
        List<@Nullable Object> values = new ArrayList<>();
        statement.aggregates().forEach(aggregate -> values.add(aggregate.over(rows)));
        return answer(
                request,
                statement.window(),
                statement.aggregates().stream()
                        .map(aggregate -> aggregate.name().toLowerCase(Locale.ROOT))
                        .toList(),
                List.of(values::get));
    }

    private DataAnswer listed(JsonNode request, List<String> names, List<List<String>> values) {
        List<Function<Integer, @Nullable Object>> rows = new ArrayList<>();
        values.forEach(row -> rows.add(row::get));
        return answer(request, Duration.ZERO, names, rows);
    }

    private DataAnswer answer(
            JsonNode request, Duration window, List<String> names, List<Function<Integer, @Nullable Object>> rows) {
        String separator = switch (request.path("outputFormat").asText("JSON")) {
            case "JSON" -> null;
            case "CSV" -> ",";
            case "TSV" -> "\t";
            case "DSV" -> request.path("columnSeparator").asText("|");
            default -> throw new DataQueryException("Unknown outputFormat");
        };
        return new DataAnswer(
                names,
                rows,
                separator,
                request.path("compression").asText("NONE").equals("GZIP"),
                settings.zone(),
                window);
    }

    private List<List<String>> tables() {
        return tenant.schema().objects().stream()
                .filter(access::sees)
                .map(type -> List.of(type.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<List<String>> columns(String table) {
        ObjectType type = tenant.schema()
                .object(table)
                .filter(access::sees)
                .orElseThrow(() -> new DataQueryException(
                        "line 1:1: Table owl.data." + table.toLowerCase(Locale.ROOT) + " does not exist"));
        List<List<String>> columns = new ArrayList<>();
        for (Field field : type.fields().values()) {
            if (field.exported() && access.sees(type, field)) {
                columns.add(List.of(field.name().toLowerCase(Locale.ROOT), typeName(field.type()), "", ""));
            }
        }
        type.relationships().values().stream()
                .map(relationship -> relationship.name() + "Id")
                .filter(name -> !type.has(name))
                .forEach(name -> columns.add(List.of(name.toLowerCase(Locale.ROOT), "varchar", "", "")));
        columns.add(List.of("deleted", "boolean", "", ""));
        return columns;
    }

    private static String typeName(FieldType type) {
        return switch (type) {
            case TEXT, LONGTEXT, PICKLIST -> "varchar";
            case BOOLEAN -> "boolean";
            case INTEGER -> "integer";
            case NUMBER, DECIMAL -> "decimal(22,9)";
            case DATE -> "date";
            case DATETIME -> "timestamp with time zone";
        };
    }
}
