package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the tap or the target at any moment and goes on from the last acknowledged STATE. Four loads by default; {@code
 * -Dbizops.kill.runs=50} for the long form, {@code -Dbizops.kill.seed=...} for other moments.
 */
final class KillResumeIT {
    private static final int RUNS = Integer.getInteger("bizops.kill.runs", 4);
    private static final long SEED = Long.getLong("bizops.kill.seed", 20260630L);
    private static final int MOST_KILLS_IN_A_ROW = 2;

    @TempDir
    private static Path directory = Path.of("");

    private static @Nullable KillSetting prepared;

    @BeforeAll
    static void loadOnceUndisturbed() throws Exception {
        prepared = KillSetting.prepare(directory);
    }

    @AfterAll
    static void stopTheSandbox() {
        if (prepared != null) {
            prepared.close();
        }
    }

    @Test
    void everyKilledLoadEndsWithTheTablesOfAnUndisturbedOne() throws Exception {
        assertThat(setting().recordsSent())
                .as("records counted on the pipe")
                .isEqualTo(setting().rows());
        int betweenCommits = 0;
        for (int run = 0; run < RUNS; run++) {
            betweenCommits += oneLoad(run, new Random(SEED + run));
        }

        String summary =
                betweenCommits + " of " + RUNS + " loads were killed between their first and their last commit";
        System.out.println(summary);
        assertThat(betweenCommits).as(summary).isPositive();
    }

    private static KillSetting setting() {
        return Objects.requireNonNull(prepared);
    }

    /** Loads into a new database with one or two kills; 1 if a kill came between the first and the last commit. */
    private static int oneLoad(int run, Random random) throws Exception {
        TestDatabase database = SharedPostgres.freshDatabase();
        Path folder = directory.resolve("run-" + run);
        Optional<String> state = Optional.empty();
        boolean between = false;
        int kills = 1 + random.nextInt(MOST_KILLS_IN_A_ROW);
        for (int kill = 0; kill < kills; kill++) {
            Chain chain = setting().start(folder.resolve("kill-" + kill), state, database);
            Chain.Victim victim = random.nextBoolean() ? Chain.Victim.TAP : Chain.Victim.TARGET;
            boolean running =
                    chain.awaitBytes(1 + (long) (random.nextDouble() * setting().bytes() / kills));
            chain.kill(victim);
            long loaded = LoadedTables.count(database);
            between |= running
                    && loaded > 0
                    && chain.targetExit() + chain.tapExit() != 0
                    && loaded < setting().rows();
            assertSentOnlyWhatItHadTo(chain, state);
            state = chain.lastState().or(() -> previous(folder));
            remember(folder, state);
        }
        Chain last = setting().start(folder.resolve("last"), state, database);
        last.await();
        assertThat(List.of(last.tapExit(), last.targetExit())).as(last.logs()).containsOnly(0);
        assertSentOnlyWhatItHadTo(last, state);
        assertThat(LoadedTables.rows(database))
                .as("run %s", run)
                .isEqualTo(setting().expected());
        return between ? 1 : 0;
    }

    private static void assertSentOnlyWhatItHadTo(Chain chain, Optional<String> state) throws Exception {
        Map<String, Long> bound =
                ResumeBound.of(KillSetting.STREAMS, state, setting().undisturbed());
        assertThat(chain.records())
                .as("rows after %s", state.orElse("no state"))
                .allSatisfy((stream, sent) -> assertThat(sent).as(stream).isLessThanOrEqualTo(bound.get(stream)));
    }

    /** A run that acknowledged nothing leaves the state of the one before. */
    private static Optional<String> previous(Path folder) {
        try {
            Path file = folder.resolve("state.json");
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void remember(Path folder, Optional<String> state) throws IOException {
        if (state.isPresent()) {
            Files.writeString(folder.resolve("state.json"), state.get());
        }
    }
}
