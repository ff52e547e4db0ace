package bizops.report.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The report beside a publish of new marts. */
final class PublishTest {
    @Test
    void waitsForASwapAndReadsTheNewBuildWhole() throws Exception {
        SmallMarts marts = SmallMarts.create();
        try (Connection publisher = marts.database().connect();
                Statement statement = publisher.createStatement()) {
            publisher.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('bizops publish marts', 0))");
            CompletableFuture<Marts> reading = CompletableFuture.supplyAsync(() -> read(marts));
            awaitWaiting(marts);
            statement.execute("""
                    alter schema marts rename to marts__prev;
                    create schema marts;
                    create table marts.build_info as select * from marts__prev.build_info;
                    update marts.build_info set as_of = date '2026-04-30';
                    create table marts.deal as select * from marts__prev.deal limit 1
                    """);
            publisher.commit();
            Marts read = reading.get();

            assertThat(read.build().asOf()).isEqualTo(LocalDate.of(2026, 4, 30));
            assertThat(read.cube("deals").rows()).isEqualTo(1);
        }
    }

    private static Marts read(SmallMarts marts) {
        try {
            return marts.readAll(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitWaiting(SmallMarts marts) throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (Connection connection = marts.database().connect();
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet row = statement.executeQuery("""
                        select count(*) from pg_locks
                        where locktype = 'advisory' and not granted
                            and database = (select oid from pg_database where datname = current_database())""")) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        return;
                    }
                }
                assertThat(System.nanoTime())
                        .as("the report never asked for the publish lock")
                        .isLessThan(end);
                Thread.sleep(20);
            }
        }
    }
}
