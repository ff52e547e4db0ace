package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example's rows through {@code target-postgres} and {@code bizops-transform} alone, to its numbers. */
final class WorkedExampleIT {
    private static final Path EXAMPLE =
            Path.of("..", "bizops-transform", "src", "test", "resources", "bizops", "transform", "worked-example");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal MONEY = new BigDecimal("0.005");
    private static final BigDecimal RATIO = new BigDecimal("0.000001");

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();

    @Test
    void rowsThatTheTargetLandedGiveTheExpectedNumbers() throws Exception {
        for (String vendor : List.of("salesforce", "zuora", "marketo")) {
            land(vendor);
        }
        Path config = folder.resolve("warehouse.json");
        JSON.writeValue(config.toFile(), database.settings());

        Run build = Run.of(
                Tree.program("bizops-transform"),
                "build",
                "--config",
                config.toString(),
                "--seeds",
                EXAMPLE.resolve("seeds").toString(),
                "--full");

        assertThat(build.exit()).as(build.stderr()).isZero();
        JsonNode expected = JSON.readTree(EXAMPLE.resolve("expected.json").toFile());
        for (String model : List.of("first", "linear")) {
            for (String of : List.of("campaign", "channel")) {
                String key = of.equals("campaign") ? "campaign_name" : of;
                rows(
                        expected.path(of + "_performance_" + model),
                        "marts." + of + "_performance where model = '" + model + "' and " + key);
            }
        }
        row(expected.path("total_performance"), "marts.total_performance where model = 'first'");
        rows(expected.path("mrr_movements"), "marts.mrr_movement_total where to_char(month, 'YYYY-MM')");
        row(JSON.createObjectNode().put("count(*)", expected.path("touches").size()), "core.touch");
    }

    private void land(String vendor) throws Exception {
        Path messages = ExampleMessages.write(EXAMPLE.resolve(vendor), folder.resolve(vendor + ".singer"));
        Path config = folder.resolve(vendor + ".json");
        Map<String, Object> settings = new TreeMap<>(database.settings());
        settings.put("default_target_schema", "raw_" + vendor);
        JSON.writeValue(config.toFile(), settings);
        Pipeline pipeline = Pipeline.start(
                        folder.resolve(vendor),
                        List.of("cat", messages.toString()),
                        List.of(Tree.program("target-postgres").toString(), "--config", config.toString()))
                .await();
        assertThat(pipeline.exit(1)).as(pipeline.logs()).isZero();
        assertThat(pipeline.lastOutput()).contains("{\"bookmarks\":{}}");
    }

    /**
     * Holds the numbers of each group to a row.
     *
     * @param of what follows {@code from}, up to the column that is to equal the group's name
     */
    private void rows(JsonNode groups, String of) throws SQLException {
        assertThat(groups.properties()).as(of).isNotEmpty();
        for (var group : groups.properties()) {
            row(group.getValue(), of + " = '" + group.getKey() + "'");
        }
    }

    /** Holds numbers by column to the only row of a query: money to half a cent, what has more decimals to a millionth. */
    private void row(JsonNode numbers, String of) throws SQLException {
        assertThat(numbers.properties()).as(of).isNotEmpty();
        for (var number : numbers.properties()) {
            String sql = "select " + number.getKey() + " from " + of;
            BigDecimal found = number(sql);
            if (number.getValue().isNull()) {
                assertThat(found).as(sql).isNull();
            } else {
                BigDecimal wanted = number.getValue().decimalValue();
                assertThat(found).as(sql).isNotNull();
                assertThat(found).as(sql).isBetween(wanted.subtract(within(wanted)), wanted.add(within(wanted)));
            }
        }
    }

    private static BigDecimal within(BigDecimal number) {
        return number.scale() > 2 ? RATIO : MONEY;
    }

    private @Nullable BigDecimal number(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).as(sql).isTrue();
            BigDecimal number = row.getBigDecimal(1);
            assertThat(row.next()).as("%s: more than one row", sql).isFalse();
            return number;
        }
    }
}
