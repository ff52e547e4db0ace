package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Broken input, read by all that stands before the database: the same seeds each time, or for as long as is asked. */
@ExtendWith(Silence.class)
final class LineFuzzTest {
    private static final int STREAMS = 800;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void brokenStreamsKeepEveryPromise() {
        for (int seed = 0; seed < STREAMS; seed++) {
            byte[] stream = BrokenInput.stream(seed);
            int choice = new Random(seed).nextInt(256) | 2; // a limit that most lines keep
            try {
                LineFuzz.check(stream, choice);
            } catch (Throwable broken) {
                throw new AssertionError(
                        "seed " + seed + ", settings " + choice + ":\n" + new String(stream, StandardCharsets.UTF_8)
                                + "\nas base 64: " + Base64.getEncoder().encodeToString(stream),
                        broken);
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "bizops.fuzz.minutes", matches = "\\d+")
    void nothingIsFoundByCoverage() throws Exception {
        CoverageGuided.Outcome outcome =
                CoverageGuided.run(LineFuzz.class, Path.of("target", "fuzz"), Long.getLong("bizops.fuzz.minutes"));

        assertThat(outcome.exitCode()).as(outcome.summary()).isZero();
    }
}
