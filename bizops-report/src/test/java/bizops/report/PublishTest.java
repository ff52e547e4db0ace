package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report beside a publish of new marts. */
final class PublishTest {
    @Test
    void waitsForASwapAndShowsTheNewBuildWhole(@TempDir Path directory) throws Exception {
        BuiltPage before = BuiltPage.from("invented-marts.sql", directory);
        try (Connection publisher = before.database().connect();
                Statement statement = publisher.createStatement()) {
            publisher.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('bizops publish marts', 0))");
            CompletableFuture<BuiltPage> building =
                    CompletableFuture.supplyAsync(() -> BuiltPage.from(before.database(), directory));
            awaitWaiting(before);
            statement.execute("""
                    alter schema marts rename to marts__prev;
                    create schema marts;
                    create table marts.build_info as select * from marts__prev.build_info;
                    update marts.build_info set as_of = date '2026-04-30';
                    create table marts.campaign_performance as select * from marts__prev.campaign_performance;
                    create table marts.campaign_performance_day as select * from marts__prev.campaign_performance_day;
                    create table marts.total_performance_day as select * from marts__prev.total_performance_day;
                    create table marts.sao as select * from marts__prev.sao limit 7;
                    create table marts.conversion_time as select * from marts__prev.conversion_time;
                    create table marts.note as select * from marts__prev.note
                    """);
            publisher.commit();
            BuiltPage after = building.get();

            assertThat(after.code()).as(after.stderr()).isEqualTo(ExitCode.OK);
            assertThat(Jsoup.parse(after.file()).select("time").text()).isEqualTo("2026-04-30");
            assertThat(Jsoup.parse(after.file())
                            .select("[data-tile=saos] .figure")
                            .text())
                    .isEqualTo("7");
        }
    }

    private static void awaitWaiting(BuiltPage page) throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (Connection connection = page.database().connect();
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet row = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
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
