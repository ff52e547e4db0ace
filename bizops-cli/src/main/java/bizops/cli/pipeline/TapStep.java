package bizops.cli.pipeline;

import bizops.cli.pair.PairPlan;
import bizops.cli.pair.PairRun;
import bizops.cli.pair.StateChange;
import bizops.cli.process.Surroundings;
import bizops.cli.store.Address;
import bizops.cli.store.RunEnd;
import bizops.cli.store.Store;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A tap into its target. */
final class TapStep implements Step {
    /** Programs that a signal ended have this much more than the signal's number. */
    private static final int SIGNALLED = 128;
    /** 128 and SIGPIPE: it lost its reader, which is no accident of its own. */
    private static final int BROKEN_PIPE = 141;

    private final PairPlanner planner;
    private final Address address;
    private final Surroundings surroundings;
    private final Consumer<String> log;
    private StateChange change;
    private @Nullable PairRun running;
    private @Nullable ExitCode stopped;

    /** @param change made to the state before the first attempt that comes so far */
    TapStep(PairPlanner planner, StateChange change, Address address, Surroundings surroundings, Consumer<String> log) {
        this.planner = planner;
        this.change = change;
        this.address = address;
        this.surroundings = surroundings;
        this.log = log;
    }

    @Override
    public String name() {
        return planner.name();
    }

    @Override
    public StepOutcome run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            PairPlan plan = planner.plan();
            if (stopped().isPresent()) {
                return StepOutcome.failed(stopped().get(), "stopped by a signal", since(start));
            }
            try (Store store = Store.open(address, "bizops run " + name())) {
                return run(new PairRun(plan, this::changed, store, surroundings, log), start);
            }
        } catch (BizopsException failed) {
            if (stopped().isPresent()) {
                return StepOutcome.failed(stopped().get(), "stopped by a signal", since(start));
            }
            log.accept("CRITICAL bizops: " + failed.getMessage());
            return StepOutcome.failed(failed.exitCode(), failed.getMessage(), since(start));
        }
    }

    @Override
    public synchronized void stop(ExitCode signal) {
        stopped = signal;
        planner.stop();
        if (running != null) {
            running.stop(signal);
        }
    }

    @Override
    public long rowsSoFar() {
        PairRun run = running();
        return run == null ? 0 : run.rowsSoFar();
    }

    private StepOutcome run(PairRun run, long start) throws IOException, InterruptedException {
        begin(run);
        ExitCode code = ExitCode.OK;
        Optional<String> error = Optional.empty();
        try {
            run.run();
        } catch (BizopsException failed) {
            code = failed.exitCode();
            error = Optional.of(failed.getMessage());
        }
        Optional<ExitCode> signal = stopped();
        if (signal.isPresent()) {
            return StepOutcome.failed(signal.get(), "stopped by a signal", since(start));
        }
        Optional<RunEnd> end = run.end();
        boolean killed = code != ExitCode.OK
                && end.map(one -> isKilled(one.tapExit()) || isKilled(one.targetExit()))
                        .orElse(false);
        Map<String, Long> rows = end.map(RunEnd::rowsSent).orElse(Map.of());
        return new StepOutcome(code, error, Optional.of(run.runId()), killed, rows, since(start));
    }

    /** Once is enough: after it the stored state is the changed one, or newer. */
    private synchronized String changed(String state) {
        String changed = change.to(state);
        change = StateChange.NONE;
        return changed;
    }

    private synchronized void begin(PairRun run) {
        running = run;
        if (stopped != null) {
            run.stop(stopped);
        }
    }

    private synchronized @Nullable PairRun running() {
        return running;
    }

    private synchronized Optional<ExitCode> stopped() {
        return Optional.ofNullable(stopped);
    }

    private static boolean isKilled(int exit) {
        return exit > SIGNALLED && exit != BROKEN_PIPE;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
