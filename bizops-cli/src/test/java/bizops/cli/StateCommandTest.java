package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.error.ExitCode;
import bizops.singer.warehouse.Migrations;
import bizops.singer.warehouse.StateLock;
import bizops.singer.warehouse.StateTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StateCommandTest {
    private static final String ODD = "{ \"é\": 1.50, \"n\":12345678901234567890,\"u\":\"\\u0000\"}";

    private final TestDatabase database = SharedPostgres.freshDatabase();
    private final Cli cli = new Cli(database);

    @Test
    void exportsExactlyWhatWasStored() throws SQLException {
        stored("p", ODD);

        assertThat(cli.call("state", "export", "p").output()).isEqualTo(ODD + "\n");
    }

    @Test
    void exportsAnEmptyObjectWhereNothingIsStoredAndMakesNoTable() throws SQLException {
        Cli.Outcome outcome = cli.call("state", "export", "p");

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.output()).isEqualTo("{}\n");
        assertThat(outcome.errors()).startsWith("WARNING bizops: no state \"p\" is stored");
        try (Connection open = database.connect()) {
            assertThat(Migrations.version(open)).isZero();
        }
    }

    @Test
    void aServerWithoutTlsWhereItIsAskedForIsRefusedForGood() {
        Cli.Outcome outcome = cli.with("TARGET_POSTGRES_SSL_MODE", "require").call("state", "show");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("correct password, ssl_mode and certificates")
                .hasLineCount(1);
    }

    @Test
    void whatIsExportedCanBeImportedByteForByte() {
        cli.callWith(ODD + "\n", "state", "import", "copy");

        assertThat(cli.call("state", "export", "copy").output()).isEqualTo(ODD + "\n");
    }

    @Test
    void importsTheLastStateThatATargetPrinted() {
        cli.callWith("{\"a\":1}\n{\"a\":2}\n{\"a\":", "state", "import", "p");

        assertThat(cli.call("state", "export", "p").output()).isEqualTo("{\"a\":2}\n");
    }

    @Test
    void unwrapsAStateMessageAndKeepsItsNumbers() {
        cli.call("state", "set", "p", "{\"type\":\"STATE\",\"value\":{\"a\":1.50,\n\"b\":12345678901234567890}}");

        assertThat(cli.call("state", "export", "p").output()).isEqualTo("{\"a\":1.50,\"b\":12345678901234567890}\n");
    }

    @Test
    void unwrapsWhatMeltanoShows() {
        cli.callWith("{\n  \"singer_state\": {\"a\": 1.50}\n}", "state", "import", "p");
        assertThat(cli.call("state", "export", "p").output()).isEqualTo("{\"a\":1.50}\n");

        cli.callWith("{\"completed\":{\"singer_state\":{\"a\":2}},\"partial\":{}}", "state", "import", "p");
        assertThat(cli.call("state", "export", "p").output()).isEqualTo("{\"a\":2}\n");
    }

    @Test
    void takesWhatMeltanoKeepsOfAnIncompleteRunOverWhatTheCompleteOneLeft() {
        cli.callWith("{\"completed\":{},\"partial\":{\"singer_state\":{\"a\":3}}}", "state", "import", "p");
        assertThat(cli.call("state", "export", "p").output()).isEqualTo("{\"a\":3}\n");

        cli.callWith(
                "\uFEFF{\"completed\":{\"singer_state\":{\"bookmarks\":{\"a\":{\"k\":1},\"b\":{\"k\":1.50}}}},"
                        + "\"partial\":{\"singer_state\":{\"bookmarks\":{\"a\":{\"k\":2},\"c\":{}}}}}",
                "state",
                "import",
                "p");
        assertThat(cli.call("state", "export", "p").output())
                .isEqualTo("{\"bookmarks\":{\"a\":{\"k\":2},\"b\":{\"k\":1.50},\"c\":{}}}\n");
    }

    @Test
    void aNameThatIsEmptyIsRefused() {
        assertThat(cli.call("state", "set", " ", "{}").errors())
                .contains("bizops state set: the name of the state is empty")
                .hasLineCount(1);
    }

    @Test
    void refusesWhatNoTapWouldRead() {
        assertThat(cli.call("state", "set", "p", "[1]").errors()).contains("a state is a JSON object");
        assertThat(cli.call("state", "set", "p", "{\"a\":").errors()).contains("this is no JSON");
        assertThat(cli.callWith("", "state", "import", "p").code()).isEqualTo(ExitCode.FAILURE);
        assertThat(cli.call("state", "show", "p").errors()).contains("no state \"p\" is stored");
    }

    @Test
    void setTellsWhatWasThereAndHistoryKeepsIt() {
        cli.call("state", "set", "p", "{\"a\":1}");

        assertThat(cli.call("state", "set", "p", "{\"a\":2}").output())
                .isEqualTo("state \"p\" is set; it was {\"a\":1}\n");
        assertThat(cli.call("state", "set", "p", "{ \"a\": 2.0 }").output()).isEqualTo("state \"p\" is that already\n");

        String history = cli.call("state", "history", "p").output();
        assertThat(history.lines().map(line -> line.replaceAll("^(\\d+)\t.*\t", "$1 ")))
                .containsExactly("2 {\"a\":2}", "1 {\"a\":1}");
        assertThat(cli.call("state", "show").output()).isEqualTo("p\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = StateLock.class,
            names = {"RUN", "STATE"})
    void setIsRefusedWhileARunHoldsALock(StateLock lock) throws SQLException {
        stored("p", "{\"a\":1}");
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("SET application_name = 'the run'");
            assertThat(lock.take(other, "p")).isTrue();

            Cli.Outcome outcome = cli.call("state", "set", "p", "{\"a\":2}");

            assertThat(outcome.code()).isEqualTo(ExitCode.TRY_LATER);
            assertThat(outcome.errors()).contains("another run holds the lock").contains("application the run");
            assertThat(cli.call("state", "show", "p").output()).contains("application the run");
            assertThat(cli.call("state", "set", "q", "{}").code()).isEqualTo(ExitCode.OK);
        }
        database.awaitEndOf("the run");
        assertThat(cli.call("state", "show", "p").output())
                .contains("running     no\n")
                .contains("value       {\"a\":1}\n");
    }

    @Test
    void setSaysThatUncoveredRowsStay() throws SQLException {
        stored("p", "{\"a\":1}");
        try (Connection open = database.connect();
                Statement statement = open.createStatement()) {
            statement.execute("INSERT INTO bizops.uncovered_range VALUES ('p', 'public', 's', 10, 12, 'r')");
        }
        assertThat(cli.call("state", "show", "p").output()).contains("uncovered   3 rows without a key");

        assertThat(cli.call("state", "set", "p", "{}").errors()).contains("3 rows without a key");
        assertThat(cli.call("state", "show", "p").output()).contains("uncovered   0 rows");
    }

    @Test
    void readsTheFileOfTheTargetAndPassesOverItsOtherSettings(@TempDir Path directory) throws Exception {
        stored("p", "{\"a\":1}");
        Path config = Files.writeString(
                directory.resolve("target.json"),
                "{\"dbname\":\"" + database.name() + "\",\"default_target_schema\":\"raw\",\"host\":\""
                        + database.host() + "\"}");

        Cli.Outcome outcome = cli.call("state", "export", "p", "--config", config.toString());

        assertThat(outcome.output()).isEqualTo("{\"a\":1}\n");
    }

    @Test
    void aWrongCallIsToldTheRightOnes() {
        assertThat(cli.call("state").code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.call("state", "drop", "p").code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.call("state", "export").code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.call("state", "set", "p").errors()).contains("set ID STATE");
    }

    private void stored(String id, String value) throws SQLException {
        try (Connection open = database.connect()) {
            Migrations.run(open);
            StateTable.Receipt unused = StateTable.store(open, id, value, "r", "test");
        }
    }
}
