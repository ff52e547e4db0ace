package bizops.cli.pair;

import bizops.cli.process.ErrorOutput;
import bizops.cli.process.Readers;
import bizops.cli.process.Surroundings;
import bizops.cli.store.RunEnd;
import bizops.cli.store.RunStart;
import bizops.cli.store.RunTable;
import bizops.cli.store.Store;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ConfigException;
import bizops.singer.error.ExitCode;
import bizops.singer.error.LoadException;
import bizops.singer.error.ProgramException;
import bizops.singer.warehouse.StateLock;
import bizops.singer.warehouse.StoredState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a tap into a target, from the lock to the history. Made for one run; {@link #stop} is thread-safe. */
public final class PairRun {
    private static final int CANNOT_START = 126;
    /** 128 and SIGPIPE. */
    private static final int BROKEN_PIPE = 141;

    private final PairPlan plan;
    private final StateChange change;
    private final Store store;
    private final Surroundings surroundings;
    private final Consumer<String> errors;
    private final String runId = UUID.randomUUID().toString();
    private @Nullable ProcessPair pair;
    private @Nullable ExitCode stopped;
    private @Nullable RunEnd end;
    private @Nullable ErrorOutput sending;

    /** @param change made to the stored state first */
    public PairRun(PairPlan plan, StateChange change, Store store, Surroundings surroundings, Consumer<String> errors) {
        this.plan = plan;
        this.change = change;
        this.store = store;
        this.surroundings = surroundings;
        this.errors = errors;
    }

    /** Passes a signal on; {@link #run} returns when both programs have ended. */
    public synchronized void stop(ExitCode signal) {
        stopped = signal;
        if (pair != null) {
            pair.signal(signal);
        }
    }

    /** Runs it to its end; an error with the exit code of the program that failed. */
    public void run() throws IOException, InterruptedException {
        store.prepare();
        store.take(StateLock.RUN, plan.stateId());
        if (plan.keepsState()) {
            // A target that was killed in its commit may yet store a newer state, from which the tap must go on.
            store.awaitFree(StateLock.STATE, plan.stateId());
        } else {
            store.take(StateLock.STATE, plan.stateId());
        }
        Optional<StoredState> state = changed(store.find(plan.stateId()));
        String configHash = ConfigHash.of(plan.files());
        Path file = Files.createTempFile(
                "bizops-state",
                ".json",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(file, state.map(one -> one.value() + "\n").orElse(""));
            RunTable.begin(store, start(configHash));
            run(state.map(one -> file), file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The run's name in {@code bizops.run}. */
    public String runId() {
        return runId;
    }

    /** How many records the tap has counted so far. */
    public long rowsSoFar() {
        ErrorOutput tap = sending();
        return tap == null
                ? 0
                : tap.counts("record_count").values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private synchronized @Nullable ErrorOutput sending() {
        return sending;
    }

    private synchronized void send(ErrorOutput tap) {
        sending = tap;
    }

    /** How the programs ended; empty as long as they have not, or never began. */
    public synchronized Optional<RunEnd> end() {
        return Optional.ofNullable(end);
    }

    private Optional<StoredState> changed(Optional<StoredState> before) {
        if (before.isEmpty()) {
            return before;
        }
        String old = before.get().value();
        String changed = change.to(old);
        if (StoredState.same(old, changed)) {
            return before;
        }
        store.store(plan.stateId(), changed, runId, "bizops run");
        return store.find(plan.stateId());
    }

    private void run(Optional<Path> state, Path tapState) throws InterruptedException {
        ErrorOutput tapErrors = new ErrorOutput(plan.tap().name(), errors);
        send(tapErrors);
        ErrorOutput targetErrors = new ErrorOutput(plan.target().name(), errors);
        ForeignStates states =
                new ForeignStates(store, plan.stateId(), runId, plan.target().name(), errors);
        ProcessPair both = start(state, tapState);
        Readers readers = new Readers();
        readers.read(both.tap().errorReader(), tapErrors::passOn);
        readers.read(both.target().errorReader(), targetErrors::passOn);
        if (!plan.keepsState()) {
            readers.read(both.target().inputReader(), states::keep);
        }
        LockWatch watch = new LockWatch(store, errors);
        while (!both.await(Duration.ofSeconds(1))) {
            both.endLate();
            if (watch.isLost()) {
                both.signal(ExitCode.TERMINATED);
            }
        }
        readers.await();
        finish(both, tapErrors, targetErrors, states, watch);
    }

    private synchronized ProcessPair start(Optional<Path> state, Path tapState) {
        try {
            ProcessBuilder target = plan.targetProcess(tapState, runId);
            if (plan.keepsState()) {
                target.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            }
            ProcessPair started = ProcessPair.start(plan.tapProcess(state), target);
            pair = started;
            if (stopped != null) {
                started.signal(stopped);
            }
            return started;
        } catch (IOException refused) {
            String reason = "a program cannot be started: " + refused.getMessage();
            RunTable.end(
                    store,
                    runId,
                    new RunEnd(
                            CANNOT_START,
                            CANNOT_START,
                            ExitCode.FAILURE.number(),
                            Optional.of(reason),
                            java.util.Map.of(),
                            java.util.Map.of(),
                            java.util.Map.of()));
            throw new ConfigException(reason + "; correct its path or its first line", refused);
        }
    }

    private void finish(
            ProcessPair both, ErrorOutput tapErrors, ErrorOutput targetErrors, ForeignStates states, LockWatch watch) {
        Optional<BizopsException> failure = failure(both, tapErrors, targetErrors, watch);
        ExitCode code =
                stopped().or(() -> failure.map(BizopsException::exitCode)).orElse(ExitCode.OK);
        Optional<String> error = stopped()
                .map(signal -> "stopped by " + (signal == ExitCode.INTERRUPTED ? "SIGINT" : "SIGTERM"))
                .or(() -> failure.map(BizopsException::getMessage));
        RunEnd ended = new RunEnd(
                both.tap().exitValue(),
                both.target().exitValue(),
                code.number(),
                error,
                tapErrors.counts("record_count"),
                targetErrors.counts("record_count"),
                targetErrors.counts("byte_count"));
        note(ended);
        try {
            if (!store.isAlive()) {
                store.reconnect();
            }
            states.storeLast();
            RunTable.end(store, runId, ended);
        } catch (LoadException lost) {
            errors.accept("WARNING bizops: the end of the run is not noted: " + lost.getMessage());
        }
        if (stopped().isEmpty() && failure.isPresent()) {
            throw failure.get();
        }
    }

    /**
     * Of two that failed the first to end is the cause: the other one lost its reader, or got half a line. A tap that
     * says it lost its reader is never the cause, as it may be gone before the target is quite.
     */
    private Optional<BizopsException> failure(
            ProcessPair both, ErrorOutput tapErrors, ErrorOutput targetErrors, LockWatch watch) {
        if (watch.reason().isPresent()) {
            return Optional.of(LoadException.tryLater(watch.reason().get(), null));
        }
        int tapExit = both.tap().exitValue();
        int targetExit = both.target().exitValue();
        if (tapExit == 0 && targetExit == 0) {
            return Optional.empty();
        }
        boolean lostItsReader = tapExit == BROKEN_PIPE || tapErrors.lostItsReader();
        boolean tapFailed = tapExit != 0 && (targetExit == 0 || (both.tapEndedFirst() && !lostItsReader));
        return Optional.of(
                tapFailed
                        ? failure(plan.tap().name(), tapExit, tapErrors)
                        : failure(plan.target().name(), targetExit, targetErrors));
    }

    private static ProgramException failure(String name, int exit, ErrorOutput said) {
        return new ProgramException(
                exit,
                name + " ended with " + exit
                        + said.reason().map(line -> ": " + line).orElse(""));
    }

    private synchronized void note(RunEnd ended) {
        end = ended;
    }

    private synchronized Optional<ExitCode> stopped() {
        return Optional.ofNullable(stopped);
    }

    private RunStart start(String configHash) {
        return new RunStart(
                runId,
                plan.stateId(),
                plan.tap().name(),
                plan.target().name(),
                plan.tap().program().version(),
                plan.target().program().version(),
                surroundings.host(),
                surroundings.jobUrl(),
                surroundings.gitSha(),
                configHash);
    }
}
