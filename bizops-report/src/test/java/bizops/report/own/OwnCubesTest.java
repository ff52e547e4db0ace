package bizops.report.own;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.TestDatabase;
import bizops.report.reading.SiteReader;
import bizops.report.source.CubeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the site's own cubes add up to is what the marts' own tables say. */
final class OwnCubesTest {
    private static final String SETTINGS =
            "{\"as_of\": \"2026-06-30\", \"gross_margin\": \"0.75\", \"average_retention_months\": 30}";

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> cubesAgreeWithTheTablesOfTheMarts() throws SQLException, IOException {
        TestDatabase marts = BuiltMarts.from(
                "select",
                Map.of(
                        "settings.json",
                        SETTINGS,
                        "spend.csv",
                        BuiltMarts.resource("spend.csv"),
                        "campaign_channel.csv",
                        "campaign_type,channel\nPaid Search,Search\nEvent,Events\n",
                        "lead_source_bucket.csv",
                        "lead_source,bucket\nSearch,Paid\nEvent,Field\n"),
                folder);
        try (Connection connection = cubeTables(marts)) {
            Map<String, String> found = new TreeMap<>();
            for (String question : questions()) {
                String[] parts = question.split("\n", 2);
                found.put(parts[0], rows(connection, parts[1]).toString());
            }
            return found.entrySet().stream()
                    .map(entry -> DynamicTest.dynamicTest(
                            entry.getKey(), () -> assertThat(entry.getValue()).isEqualTo("[]")));
        }
    }

    @Test
    void everyCubeIsReadFromMartsOfAnEmptySalesforce() throws SQLException, IOException {
        TestDatabase marts = BuiltMarts.from(
                "truncate raw_salesforce.lead, raw_salesforce.contact, raw_salesforce.account, raw_salesforce.campaign,"
                        + " raw_salesforce.campaignmember, raw_salesforce.opportunity, raw_salesforce.user,"
                        + " raw_salesforce.opportunitycontactrole",
                Map.of("settings.json", "{\"as_of\": \"2026-06-30\"}"),
                folder);

        try (Connection connection = cubeTables(marts)) {
            assertThat(rows(connection, "select sum(leads), sum(spend), sum(won_margin) from cube_campaign_facts"))
                    .containsExactly("0,null,null");
            assertThat(rows(connection, "select count(*) from cube_funnel_facts"))
                    .containsExactly("0");
        }
    }

    @Test
    void stepsAndMoneyThatTheDataDoesNotTellAreUnknown() throws SQLException, IOException {
        TestDatabase marts = BuiltMarts.from(
                "alter table raw_salesforce.lead drop mql_date__c;"
                        + " alter table raw_salesforce.opportunity drop sales_accepted_date__c;"
                        + " alter table raw_salesforce.campaign drop actualcost",
                Map.of("settings.json", "{\"as_of\": \"2026-06-30\"}"),
                folder);

        try (Connection connection = cubeTables(marts)) {
            assertThat(
                            rows(
                                    connection,
                                    "select unknown_mqls, unknown_saos, unknown_billing, unknown_activities from cube_undefined"))
                    .containsExactly("null,null,null,null");
            assertThat(rows(
                            connection,
                            "select sum(spend), sum(won_margin), sum(leads) from cube_campaign_facts"
                                    + " where (model, basis) = ('linear', 'cohort') or model is null"))
                    .containsExactly("null,null,300.000000000000000");
            assertThat(rows(
                            connection,
                            "select sum(before_converted) = sum(lead_count),"
                                    + " sum(before_won) = sum(with_opportunity) from cube_funnel_facts"))
                    .containsExactly("t,t");
        }
    }

    /** A connection on which each cube that reads the marts and the core is a table of its own. */
    private static Connection cubeTables(TestDatabase marts) throws SQLException {
        Connection connection = marts.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = marts");
            for (CubeFile cube : SiteReader.read(null).cubes().values()) {
                String sql = cube.sql().replace("{core}", "core").replace("{staging}", "staging");
                if (!sql.contains("{")) {
                    statement.execute("create temp table cube_" + cube.name() + " as " + sql);
                }
            }
        }
        return connection;
    }

    private static List<String> questions() throws IOException {
        return Arrays.stream(BuiltMarts.resource("cubes-agree.sql").split("(?m)^-- "))
                .filter(part -> part.contains(";"))
                .toList();
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(",", row));
            }
        }
        return rows;
    }
}
