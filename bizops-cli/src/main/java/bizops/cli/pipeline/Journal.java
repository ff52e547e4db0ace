package bizops.cli.pipeline;

import bizops.cli.store.PipelineTable;
import bizops.cli.store.Store;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells what happens, to those who watch, to the log and to the database. Thread-safe. */
final class Journal {
    private final String runId;
    private final Store store;
    private final Screen screen;
    private final RunLog log;
    /** Whether it was told that the log is not whole. */
    private final AtomicBoolean told = new AtomicBoolean();

    Journal(String runId, Store store, Screen screen, RunLog log) {
        this.runId = runId;
        this.store = store;
        this.screen = screen;
        this.log = log;
    }

    /** A line of a program. */
    void line(String step, String line) {
        write(step, line);
        screen.pass(step, line);
    }

    /** A line of the run. */
    void say(String line) {
        write(RunLog.RUN, line);
        screen.say(line);
    }

    void warn(String line) {
        write(RunLog.RUN, line);
        screen.warn(line);
    }

    void begins(String step, int attempt) {
        say(named(step) + (attempt == 1 ? "started" : "started again, attempt " + attempt));
    }

    void again(String step, Duration delay) {
        say(named(step) + "runs again in " + seconds(delay));
    }

    void ended(String step, int attempt, StepOutcome outcome) {
        if (outcome.isOk()) {
            say(named(step) + "done in " + seconds(outcome.took())
                    + (outcome.rows().isEmpty() ? "" : String.format(Locale.ROOT, ", %,d rows", outcome.total())));
        } else {
            warn(named(step) + (outcome.code() == ExitCode.PARTIAL ? "done in part" : "failed") + " after "
                    + seconds(outcome.took()) + ": " + outcome.error().orElse(""));
        }
        try {
            PipelineTable.step(
                    store,
                    runId,
                    new PipelineTable.Attempt(
                            step,
                            attempt,
                            outcome.runId(),
                            outcome.took(),
                            outcome.code().number(),
                            outcome.error()));
        } catch (BizopsException lost) {
            warn("WARNING bizops: the end of " + step + " is not noted: " + lost.getMessage());
        }
    }

    private void write(String step, String line) {
        log.write(step, line);
        if (log.failure().isPresent() && told.compareAndSet(false, true)) {
            screen.warn("WARNING bizops: " + log.failure().get());
        }
    }

    private static String named(String step) {
        return String.format(Locale.ROOT, "%-16s ", step);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}
