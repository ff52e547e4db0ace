package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that somebody changes while a run loads into it is looked at anew, and the run goes on. */
final class ChangedBehindTest {
    private final Loading loading = new Loading().with("batch_size_rows", "1").with("batch_wait_limit_seconds", "1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROP TABLE raw.s                                              | 2
            DROP SCHEMA raw CASCADE                                       | 2
            ALTER TABLE raw.s DROP COLUMN v                               | 12
            ALTER TABLE raw.s ALTER v TYPE text                           | 12
            ALTER TABLE raw.s ALTER v TYPE jsonb USING to_jsonb(v)        | 12
            ALTER TABLE raw.s RENAME COLUMN v TO w                        | 12
            ALTER TABLE raw.s DROP CONSTRAINT s_pkey                      | 12
            ALTER TABLE raw.s ADD COLUMN extra int NOT NULL DEFAULT 7     | 12
            ALTER TABLE raw.s DROP COLUMN _sdc_batched_at                 | 12
            """)
    void theRunGoesOn(String change, String rows) throws Exception {
        loading.with("default_target_schema", "\"raw\"");
        PipedInputStream in = new PipedInputStream(1 << 16);
        ByteArrayOutputStream states = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        CompletableFuture<ExitCode> run;
        try (PipedOutputStream tap = new PipedOutputStream(in)) {
            run = CompletableFuture.supplyAsync(() -> loading.load(in, states, errors));
            write(
                    tap,
                    "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":"
                            + "{\"id\":{\"type\":\"integer\"},\"v\":{\"type\":\"integer\"}}}}");
            write(tap, row(1));
            while (states.size() == 0 && !run.isDone()) {
                Thread.onSpinWait();
            }
            loading.execute(change);
            write(tap, row(2));
        }

        assertThat(run.get(60, TimeUnit.SECONDS))
                .as(errors.toString(StandardCharsets.UTF_8))
                .isEqualTo(ExitCode.OK);
        assertThat(loading.value("SELECT string_agg(id::text, '' ORDER BY id) FROM raw.s"))
                .isEqualTo(rows);
        assertThat(loading.value("SELECT v::text FROM raw.s WHERE id = 2")).isEqualTo("2");
    }

    private static String row(int id) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":" + id + ",\"v\":" + id + "}}\n"
                + "{\"type\":\"STATE\",\"value\":" + id + "}";
    }

    private static void write(PipedOutputStream tap, String lines) throws java.io.IOException {
        tap.write((lines + "\n").getBytes(StandardCharsets.UTF_8));
        tap.flush();
    }
}
