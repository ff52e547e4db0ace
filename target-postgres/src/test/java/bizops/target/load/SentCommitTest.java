package bizops.target.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.warehouse.Checkpoint;
import bizops.singer.warehouse.Migrations;
import bizops.singer.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server says of a commit that it did not answer, also when it crashed and numbers anew. */
final class SentCommitTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint("public", "s", 1, 9, false, "run");

    private final TestDatabase database = SharedPostgres.freshDatabase();
    private final Connection writing = database.connect();
    private final Connection asking = database.connect();

    SentCommitTest() throws SQLException {}

    @BeforeEach
    void begin() throws SQLException {
        Migrations.run(writing);
        writing.setAutoCommit(false);
        asking.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        writing.close();
        asking.close();
    }

    @Test
    void aCommitWithItsCheckpointTookPlace() throws SQLException {
        String transaction = transaction();
        Warehouse.write(writing, CHECKPOINT);
        writing.commit();

        assertThat(new SentCommit(transaction, Optional.of(CHECKPOINT)).tookPlace(asking))
                .isTrue();
        assertThat(new SentCommit(transaction, Optional.empty()).tookPlace(asking))
                .isTrue();
    }

    @Test
    void aNumberThatAnotherTransactionGotAfterACrashIsNotOurs() throws SQLException {
        Checkpoint ofAnother = new Checkpoint("public", "s", 1, 9, false, "another run");
        String transaction = transaction();
        Warehouse.write(writing, ofAnother);
        writing.commit();

        assertThat(new SentCommit(transaction, Optional.of(CHECKPOINT)).tookPlace(asking))
                .isFalse();
    }

    @Test
    void whatWasRolledBackOrNeverWrittenDidNotTakePlace() throws SQLException {
        String transaction = transaction();
        writing.rollback();

        assertThat(new SentCommit(transaction, Optional.empty()).tookPlace(asking))
                .isFalse();
        assertThat(new SentCommit(Long.toString(Long.parseLong(transaction) + 1_000_000), Optional.empty())
                        .tookPlace(asking))
                .isFalse();
        assertThat(new SentCommit(transaction, Optional.of(CHECKPOINT)).tookPlace(asking))
                .isFalse();
    }

    @Test
    void whatIsNotDecidedIsAskedAgain() throws SQLException {
        String transaction = transaction();

        assertThatThrownBy(() -> new SentCommit(transaction, Optional.empty()).tookPlace(asking))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        again -> assertThat(again.getSQLState()).isEqualTo("40001"));
    }

    private String transaction() throws SQLException {
        try (Statement statement = writing.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_xact_id()::text")) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
