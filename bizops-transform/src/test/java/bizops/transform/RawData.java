package bizops.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a folder of JSON lines, one file an object, into a raw schema. */
final class RawData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RawData() {}

    static void load(Connection connection, String schema, Path folder, RawShape shape)
            throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String object = String.valueOf(file.getFileName()).replace(".jsonl", "");
                List<JsonNode> rows = new ArrayList<>();
                for (String line : Files.readAllLines(file)) {
                    rows.add(JSON.readTree(line));
                }
                load(connection, schema, object, rows, shape);
            }
        }
    }

    static void load(Connection connection, String schema, String object, List<JsonNode> rows, RawShape shape)
            throws SQLException {
        Set<String> fields = new LinkedHashSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(fields::add));
        String table = schema + ".\"" + shape.name(object) + "\"";
        String columns = fields.stream()
                .map(field -> "\"" + shape.name(field) + "\" " + shape.type(field))
                .collect(Collectors.joining(", "));
        String singer = shape == RawShape.TYPED ? ", _sdc_sequence bigint, _sdc_deleted_at timestamptz" : "";
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table " + table + " (" + columns + singer + ")");
        }
        String names =
                fields.stream().map(field -> "\"" + shape.name(field) + "\"").collect(Collectors.joining(", "));
        String values = fields.stream()
                .map(field -> "cast(? as " + shape.type(field) + ")")
                .collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " (" + names + ") values (" + values + ")")) {
            for (JsonNode row : rows) {
                int index = 1;
                for (String field : fields) {
                    JsonNode value = row.path(field);
                    String text = value.isValueNode() ? value.asText() : value.toString();
                    insert.setString(index++, value.isNull() || value.isMissingNode() ? null : text);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
