package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import bizops.singer.config.ConfigLoader;
import bizops.singer.config.SettingsSchema;
import bizops.target.acknowledge.StateWriter;
import bizops.target.connect.Database;
import bizops.target.load.Loader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A signal is no good end: what it keeps is what was read, and SQL of the user's own does not hold it up. */
final class UserSqlStopTest {
    private static final String ROWS = "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{\"properties\":{\"id\":"
            + "{\"type\":\"integer\"}}}}\n{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":1}}\n";

    private final Loading loading = new Loading();
    private @Nullable Loader loader;

    @AfterEach
    void close() {
        if (loader != null) {
            loader.close();
        }
    }

    @Test
    void afterAStopTheSecondTextDoesNotRun() throws Exception {
        loading.with("after_run_sql", "\"CREATE TABLE t ()\"");
        TargetPostgres target = target();
        InputStream stops = new InputStream() {
            @Override
            public int read() {
                target.stop();
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return read();
            }
        };

        target.run(messages(new SequenceInputStream(bytes(ROWS), stops)));

        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
        assertThat(loading.value("SELECT to_regclass('t')")).isNull();
    }

    @Test
    void beforeAStopTheSecondTextRuns() throws Exception {
        loading.with("after_run_sql", "\"CREATE TABLE t ()\"");

        target().run(messages(bytes(ROWS)));

        assertThat(loading.value("SELECT to_regclass('t')")).isEqualTo("t");
    }

    @Test
    void aTextThatIsAtWorkIsBrokenOffAndNothingIsLoaded() {
        loading.with("before_run_sql", "\"CREATE TABLE t (); SELECT pg_sleep(3600)\"");
        TargetPostgres target = target();

        CompletableFuture<Void> run = CompletableFuture.runAsync(
                () -> assertThatCode(() -> target.run(messages(bytes(ROWS)))).doesNotThrowAnyException());
        while (!run.isDone() && sleepers() == 0) {
            Thread.onSpinWait();
        }
        target.stop();
        run.join();

        assertThat(sleepers()).isZero();
        assertThat(loading.value("SELECT to_regclass('t')")).isNull();
        assertThat(loading.value("SELECT to_regclass('s')")).isNull();
    }

    private int sleepers() {
        return Integer.parseInt(Objects.requireNonNull(
                loading.value("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname ="
                        + " current_database()")));
    }

    private static Source messages(InputStream messages) {
        return new MessageSource(messages, 1 << 20);
    }

    private TargetPostgres target() {
        ConfigLoader configs = new ConfigLoader(
                "target-postgres",
                SettingsSchema.load(Main.class, "settings.schema.json"),
                Map.of(),
                InputStream.nullInputStream());
        TargetSettings settings = TargetSettings.of(
                configs.load(List.of(loading.config().toString())), "target-postgres", "run", Optional.empty());
        Loader own = new Loader(
                new Database(settings.connection()),
                settings.load(),
                settings.connection().patience());
        loader = own;
        return new TargetPostgres(
                own,
                new StateWriter(new ByteArrayOutputStream(), Optional.empty()),
                settings.limits(),
                settings.intake(),
                settings.sql());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
