package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a raw table with the truth, row by row and value by value, and counts what a load rewrote. */
final class TableCheck {
    /** Noise that Salesforce changes without a stamp; the tap leaves it out unless asked. */
    private static final Set<String> LEFT_OUT = Set.of("LastViewedDate", "LastReferencedDate", "_gone_at");

    private static final String SCHEMA = "raw_salesforce";

    private static final DateTimeFormatter SALESFORCE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX", Locale.ROOT);

    private final TestDatabase database;

    TableCheck(TestDatabase database) {
        this.database = database;
    }

    /** Every row of the truth is in the table with every value, and no live row beside them. */
    void holdsExactly(String object, Truth truth) throws SQLException {
        Map<String, Map<String, @Nullable String>> loaded = loaded(object);
        for (Map.Entry<String, JsonNode> row : truth.present().rows().entrySet()) {
            Map<String, @Nullable String> found = loaded.remove(row.getKey());
            assertThat(found).as("%s %s", object, row.getKey()).isNotNull();
            assertThat(found).as("%s %s", object, row.getKey()).containsAllEntriesOf(expected(row.getValue()));
        }
        assertThat(loaded.values())
                .as("%s: rows that Salesforce no longer has are marked", object)
                .allSatisfy(row -> assertThat(row.get("_sdc_deleted_at")).isNotNull());
    }

    /** The transaction that last wrote each row, by Id: a row that is not rewritten keeps it. */
    Map<String, String> versions(String object) throws SQLException {
        Map<String, String> versions = new HashMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, xmin::text FROM " + table(statement, object))) {
            while (rows.next()) {
                versions.put(rows.getString(1), rows.getString(2));
            }
        }
        return versions;
    }

    private Map<String, Map<String, @Nullable String>> loaded(String object) throws SQLException {
        return TableRows.read(database, SCHEMA, object.toLowerCase(Locale.ROOT), List.of("id"));
    }

    private static Map<String, @Nullable String> expected(JsonNode truth) {
        Map<String, @Nullable String> expected = new HashMap<>();
        truth.properties().forEach(field -> {
            if (!LEFT_OUT.contains(field.getKey())) {
                expected.put(field.getKey().toLowerCase(Locale.ROOT), text(field.getKey(), field.getValue()));
            }
        });
        return expected;
    }

    private static @Nullable String text(String field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        boolean isInstant = value.asText().length() == 28 && value.asText().endsWith("+0000") && !field.equals("Name");
        return isInstant
                ? OffsetDateTime.parse(value.asText(), SALESFORCE).toInstant().toString()
                : value.asText();
    }

    private static String table(Statement statement, String object) throws SQLException {
        return SCHEMA + "." + statement.enquoteIdentifier(object.toLowerCase(Locale.ROOT), true);
    }
}
