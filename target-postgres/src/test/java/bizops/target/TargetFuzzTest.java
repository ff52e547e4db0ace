package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Broken input, loaded into a real database: a load goes well, or ends with one line that says what is wrong. */
final class TargetFuzzTest {
    private static final int LOADS = 40;
    private static final long FIRST_SEED = 1_000_000;

    private final Loading loading = new Loading();
    private final AtomicReference<@Nullable Throwable> uncaught = new AtomicReference<>();

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void brokenStreamsEndInOneLine() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.set(failure));
        int well = 0;
        try {
            for (long seed = FIRST_SEED; seed < FIRST_SEED + LOADS; seed++) {
                well += load(seed) ? 1 : 0;
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(well).isBetween(LOADS / 10, LOADS * 9 / 10);
    }

    private boolean load(long seed) {
        byte[] stream = BrokenInput.stream(seed);
        loading.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        loading.with("on_bad_value", seed % 2 == 0 ? "\"null\"" : "\"error\"")
                .with("batch_size_rows", seed % 3 == 0 ? "1" : "1000")
                .with("max_message_bytes", seed % 5 == 0 ? "2000" : "1000000");

        Loading.Outcome outcome = loading.load(new SplitReads(stream, 1 + (int) (seed % 7) * 500, seed));

        String input = "seed " + seed + ": " + new String(stream, StandardCharsets.UTF_8) + "\nas base 64: "
                + Base64.getEncoder().encodeToString(stream);
        assertThat(uncaught.get()).as(input).isNull();
        assertThat(outcome.code()).as(input).isIn(ExitCode.OK, ExitCode.FAILURE);
        List<String> errors = outcome.errors().lines().toList();
        assertThat(errors).as(input).hasSize(outcome.code() == ExitCode.OK ? 0 : 1);
        assertThat(errors)
                .as(input)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("CRITICAL target-postgres: ")
                        .doesNotContain("internal error")
                        .doesNotContainPattern("\\p{Cntrl}"));
        return outcome.code() == ExitCode.OK;
    }
}
