package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.cli.Launcher;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/**
 * A build on a Citus cluster against one on its coordinator alone, in the database of {@code -Dbizops.citus.url=jdbc:...};
 * it leaves there the schemas that begin with {@code citus_check}.
 */
@EnabledIfSystemProperty(named = "bizops.citus.url", matches = "jdbc:.+")
final class CitusTest {
    private static final String URL = System.getProperty("bizops.citus.url", "");

    @Test
    void buildsTheSameRowsOnACluster(@TempDir Path folder) throws Exception {
        try (Connection connection = DriverManager.getConnection(URL)) {
            for (String vendor : List.of("salesforce", "marketo", "zuora")) {
                execute(connection, "drop schema if exists citus_check_" + vendor + " cascade");
                RawData.load(connection, "citus_check_" + vendor, Warehouse.fixture(vendor), RawShape.TEXT);
            }

            build(folder, "postgres", "citus_check_one");
            build(folder, "citus", "citus_check_many");

            assertThat(strings(connection, "select table_name::text from pg_catalog.citus_tables"))
                    .anyMatch(table -> table.contains("citus_check_many"));
            for (String layer : List.of("core", "marts")) {
                compare(connection, layer);
            }
        }
    }

    private static void compare(Connection connection, String layer) throws SQLException {
        List<String> relations = strings(
                connection,
                "select quote_ident(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where n.nspname = 'citus_check_one_" + layer + "' and c.relkind in ('r', 'v')");
        assertThat(relations).isNotEmpty();
        for (String relation : relations) {
            String one = "select t::text from citus_check_one_" + layer + "." + relation + " t order by 1";
            assertThat(strings(connection, one.replace("_one_", "_many_")))
                    .as(relation)
                    .isEqualTo(strings(connection, one));
        }
    }

    private static void build(Path folder, String engine, String prefix) throws Exception {
        Properties place = Driver.parseURL(URL, new Properties());
        assertThat(place).as(URL).isNotNull();
        Path config = Files.writeString(
                folder.resolve(engine + ".json"),
                "{\"host\": \"" + place.getProperty("PGHOST") + "\", \"port\": " + place.getProperty("PGPORT")
                        + ", \"database\": \"" + place.getProperty("PGDBNAME") + "\", \"user\": \""
                        + place.getProperty("user") + "\", \"password\": \"" + place.getProperty("password", "")
                        + "\", \"engine\": \"" + engine + "\", \"schema_prefix\": \"" + prefix
                        + "\", \"raw_salesforce_schema\": \"citus_check_salesforce\", \"raw_marketo_schema\":"
                        + " \"citus_check_marketo\", \"raw_zuora_schema\": \"citus_check_zuora\"}");
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                Map.of());
        ExitCode exit = Launcher.run(
                Main.program(),
                terminal,
                List.of(
                        "build",
                        "--config",
                        config.toString(),
                        "--seeds",
                        Warehouse.fixture("seeds").toString()));
        assertThat(exit).as(stderr.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
