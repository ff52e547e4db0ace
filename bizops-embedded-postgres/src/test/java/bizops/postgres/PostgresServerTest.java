package bizops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresServerTest {
    @Test
    void runsTheServerVersionThatTheBuildNames() throws SQLException {
        TestDatabase database = SharedPostgres.freshDatabase();

        assertThat(ask(database, "SHOW server_version")).startsWith("18.");
    }

    @Test
    void listensOnLoopbackAndNowhereElse() throws SQLException {
        TestDatabase database = SharedPostgres.freshDatabase();

        assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(database, "SHOW unix_socket_directories")).isEmpty();
    }

    @Test
    void refusesAWrongPassword() {
        TestDatabase database = SharedPostgres.freshDatabase();
        String url = "jdbc:postgresql://127.0.0.1:" + database.port() + "/postgres?user=postgres&password=wrong";

        assertThatThrownBy(() -> DriverManager.getConnection(url))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void givesEveryTestItsOwnEmptyDatabase() throws SQLException {
        TestDatabase first = SharedPostgres.freshDatabase();
        TestDatabase second = SharedPostgres.freshDatabase();
        tell(first, "CREATE TABLE t (a int)");

        assertThat(ask(first, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("1");
        assertThat(ask(second, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("0");
    }

    @Test
    void quotesTheNameOfADatabase() throws SQLException {
        SharedPostgres.get().createDatabase("a \"quoted\" name");

        assertThat(ask(
                        SharedPostgres.freshDatabase(),
                        "SELECT count(*) FROM pg_database WHERE datname = 'a \"quoted\" name'"))
                .isEqualTo("1");
    }

    @Test
    void leavesNothingBehindInTheTemporaryDirectory() throws IOException {
        Path directory;
        try (PostgresServer server = PostgresServer.start()) {
            directory = server.log().getParent();
            assertThat(directory).exists();
        }

        assertThat(directory).doesNotExist();
    }

    @Test
    void findsItsDataAgainInADirectoryOfItsOwn(@TempDir Path directory) throws Exception {
        try (PostgresServer server = PostgresServer.start(directory)) {
            server.createDatabase("kept");
            tell(new TestDatabase(server, "kept"), "CREATE TABLE t AS SELECT 42 AS a");
        }

        try (PostgresServer server = PostgresServer.start(directory)) {
            assertThat(ask(new TestDatabase(server, "kept"), "SELECT a FROM t")).isEqualTo("42");
        }
    }

    @Test
    void refusesADirectoryThatAnotherServerUses(@TempDir Path directory) throws Exception {
        try (PostgresServer server = PostgresServer.start(directory)) {
            assertThatThrownBy(() -> PostgresServer.start(directory))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by another process");

            assertThat(ask(new TestDatabase(server, "postgres"), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void keepsThePasswordFromOtherUsers(@TempDir Path directory) throws Exception {
        try (PostgresServer server = PostgresServer.start(directory)) {
            Path file = directory.resolve("password");

            assertThat(file).hasContent(server.password());
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
    }

    static String ask(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static void tell(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
