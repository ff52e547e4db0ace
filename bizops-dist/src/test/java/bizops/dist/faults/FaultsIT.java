package bizops.dist.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads through the built target, each struck by a fault at a phase of the protocol and gone on with from the state in
 * the database. Twenty by default, which has every kind of fault; {@code -Dbizops.fault.runs=1000} for the long form,
 * {@code -Dbizops.fault.seed=...} for others.
 */
final class FaultsIT {
    private static final int RUNS = Integer.getInteger("bizops.fault.runs", 20);
    private static final long SEED = Long.getLong("bizops.fault.seed", 20260630L);
    private static final int MANY = 100;
    private static final double SHARE_OF_MANY = 0.8;
    private static final int MOST_FAILURES = 20;
    /** After so many runs the long form says how far it is. */
    private static final int AT_A_TIME = 50;

    @TempDir
    private static Path directory = Path.of("");

    private static @Nullable Setting prepared;

    @BeforeAll
    static void loadOnceUndisturbed() throws Exception {
        Assumptions.assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v python3").start().waitFor() == 0,
                "not tried: there is no python3");
        prepared = Setting.prepare(directory);
    }

    @AfterAll
    static void stopServers() throws Exception {
        if (prepared != null) {
            prepared.close();
        }
    }

    @Test
    void whateverStrikesTheTablesEndAsThoseOfAnUndisturbedLoad() {
        Tally tally = new Tally();
        for (int run = 0; run < RUNS && tally.failures().size() < MOST_FAILURES; run++) {
            Scenario scenario = Scenario.of(SEED + run);
            try {
                tally.add(scenario, Objects.requireNonNull(prepared).run(scenario));
            } catch (Exception | AssertionError failed) {
                String what = "-Dbizops.fault.runs=1 -Dbizops.fault.seed=" + (SEED + run) + " fails: " + scenario + ": "
                        + failed;
                System.out.println(what);
                tally.fail(what);
            }
            if ((run + 1) % AT_A_TIME == 0) {
                System.out.println(tally);
            }
        }

        System.out.println(tally);
        assertThat(tally.failures()).as(tally.toString()).isEmpty();
        assertThat(tally.share()).as(tally.toString()).isGreaterThanOrEqualTo(RUNS < MANY ? 0.01 : SHARE_OF_MANY);
    }
}
