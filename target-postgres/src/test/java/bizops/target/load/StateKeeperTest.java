package bizops.target.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ExitCode;
import bizops.singer.warehouse.Migrations;
import bizops.singer.warehouse.StateLock;
import bizops.singer.warehouse.StateTable;
import bizops.singer.warehouse.UncoveredRange;
import bizops.singer.warehouse.UncoveredRanges;
import bizops.target.batch.Batch;
import bizops.target.batch.BatchLimits;
import bizops.target.batch.Exchange;
import bizops.target.merge.Removal;
import bizops.target.table.NameCase;
import bizops.target.table.Readers;
import bizops.target.table.TableRules;
import bizops.target.table.WantedIndexes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lost or shared connection means for the state's lock. */
final class StateKeeperTest {
    private final TestDatabase database = SharedPostgres.freshDatabase();
    private final StateKeeper keeper = keeper();

    @BeforeEach
    void makeTables() throws SQLException {
        try (Connection open = database.connect()) {
            Migrations.run(open);
        }
    }

    @Test
    void aConnectionThatIsLostWithoutTheServersKnowledgeIsEndedForItsLock() throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            keeper.prepare(first);

            keeper.prepare(second);

            assertThat(first.isValid(5)).isFalse();
            assertThat(StateLock.STATE.holder(second, "p")).isPresent();
        }
    }

    @Test
    void whatThisRunStoredItselfIsNoOtherRun() throws Exception {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            keeper.prepare(first);
            keeper.write(first, batch("1"), List.of());

            keeper.prepare(second);
        }
    }

    @Test
    void anotherRunThatStoredAStateMeanwhileEndsThisOne() throws SQLException {
        try (Connection first = database.connect()) {
            keeper.prepare(first);
        }
        try (Connection other = database.connect()) {
            StateTable.Receipt unused = StateTable.store(other, "p", "7", "another", "test");
        }
        refusedOnReconnect();
    }

    @Test
    void anotherRunThatLeftUncoveredRowsMeanwhileEndsThisOne() throws SQLException {
        try (Connection first = database.connect()) {
            keeper.prepare(first);
        }
        try (Connection other = database.connect()) {
            UncoveredRanges.note(other, "p", List.of(new UncoveredRange("public", "s", 5, 9, "another")));
        }
        refusedOnReconnect();
    }

    @Test
    void aPoolerThatSharesConnectionsIsNamed() throws Exception {
        try (Connection locked = database.connect();
                Connection another = database.connect()) {
            keeper.prepare(locked);

            assertThatThrownBy(() -> keeper.write(another, batch("1"), List.of()))
                    .isInstanceOfSatisfying(
                            BizopsException.class,
                            refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILURE))
                    .hasMessageContaining("a pooler");
        }
    }

    private void refusedOnReconnect() throws SQLException {
        try (Connection second = database.connect()) {
            assertThatThrownBy(() -> keeper.prepare(second))
                    .isInstanceOfSatisfying(
                            BizopsException.class,
                            refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.TRY_LATER))
                    .hasMessageContaining("another run changed the state \"p\"");
        }
    }

    private static Batch batch(String state) throws InterruptedException {
        Exchange exchange = new Exchange(new BatchLimits(1, 1, Duration.ofDays(1), Duration.ofDays(1)));
        boolean unused = exchange.fill(batch -> batch.state(state.getBytes(StandardCharsets.UTF_8)));
        exchange.end(null);
        return exchange.take().orElseThrow();
    }

    private static StateKeeper keeper() {
        StateSettings state = new StateSettings("p", Optional.empty());
        TableRules rules =
                new TableRules(NameCase.LOWER, false, OptionalLong.empty(), false, Readers.NONE, WantedIndexes.NONE);
        LoadSettings settings = new LoadSettings(true, false, rules, Removal.SOFT, Optional.of(state), "this run", 0);
        return new StateKeeper(state, settings, Duration.ofSeconds(5));
    }
}
