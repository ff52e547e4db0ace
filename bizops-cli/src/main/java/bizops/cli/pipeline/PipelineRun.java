package bizops.cli.pipeline;

import bizops.cli.alert.Alerts;
import bizops.cli.alert.RunResult;
import bizops.cli.pair.LockWatch;
import bizops.cli.process.Surroundings;
import bizops.cli.project.Job;
import bizops.cli.project.StepSpec;
import bizops.cli.project.TapSpec;
import bizops.cli.store.Address;
import bizops.cli.store.PipelineTable;
import bizops.cli.store.Store;
import bizops.singer.cli.Version;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ExitCode;
import bizops.singer.error.LoadException;
import bizops.singer.error.ProgramException;
import bizops.singer.warehouse.StateLock;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One run of a pipeline, from the lock to the history. Made for one run; {@link #stop} is thread-safe. */
final class PipelineRun {
    /** A little more than programs have after a signal. */
    private static final int SECONDS_TO_END = 70;

    private final Job job;
    private final Asked asked;
    private final String runId;
    private final Address address;
    private final Store store;
    private final Programs programs;
    private final Surroundings surroundings;
    private final Workspace workspace;
    private final Journal journal;
    private final Stop stop = new Stop();

    PipelineRun(
            Job job,
            Asked asked,
            String runId,
            Address address,
            Store store,
            Programs programs,
            Surroundings surroundings,
            Workspace workspace,
            Journal journal) {
        this.job = job;
        this.asked = asked;
        this.runId = runId;
        this.address = address;
        this.store = store;
        this.programs = programs;
        this.surroundings = surroundings;
        this.workspace = workspace;
        this.journal = journal;
    }

    /** Passes a signal on; {@link #run} returns when all programs have ended. */
    void stop(ExitCode signal) {
        stop.stop(signal);
    }

    /** Runs it to its end; an error with the code of what failed. */
    void run() throws IOException, InterruptedException {
        lock();
        Instant startedAt = Instant.now();
        PipelineTable.begin(
                store,
                new PipelineTable.Start(
                        runId,
                        job.pipeline(),
                        job.environment().name(),
                        surroundings.host(),
                        surroundings.jobUrl(),
                        surroundings.gitSha(),
                        Version.current()),
                !asked.beside());
        journal.say("run " + runId + ": pipeline " + job.pipeline() + ", environment "
                + job.environment().name());
        Verdict verdict = new Verdict(runId);
        LockWatch watch = new LockWatch(store, journal::warn);
        ExecutorService workers = Executors.newFixedThreadPool(job.policy().parallel());
        try {
            Watch watched = new Watch(watch, stop, job.pipeline());
            taps(workers, watched, verdict);
            rest(workers, watched, verdict);
        } catch (RuntimeException defect) {
            stop.stop(ExitCode.TERMINATED);
            throw defect;
        } finally {
            workers.shutdown();
            boolean unused = workers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        }
        end(verdict, watch, startedAt);
    }

    private void lock() throws InterruptedException {
        store.prepare();
        String id = job.environment().name() + "/" + job.pipeline();
        store.await(StateLock.PIPELINE, id, asked.beside(), job.policy().lockWait(), journal::say);
    }

    private void taps(ExecutorService workers, Watch watch, Verdict verdict) throws IOException, InterruptedException {
        Attempts attempts = new Attempts(job.policy(), stop, journal);
        List<Step> steps = new ArrayList<>();
        List<Future<StepOutcome>> outcomes = new ArrayList<>();
        for (TapSpec tap : job.taps()) {
            PairPlanner planner = new PairPlanner(
                    tap, job.target(), job.warehouse(), programs, workspace, line -> journal.line(tap.name(), line));
            Step step = new TapStep(
                    planner, asked.change(tap.name()), address, surroundings, line -> journal.line(tap.name(), line));
            steps.add(step);
            outcomes.add(workers.submit(() -> attempts.run(step)));
        }
        List<StepOutcome> ended = watch.await(steps, outcomes);
        for (int i = 0; i < ended.size(); i++) {
            verdict.tap(steps.get(i).name(), ended.get(i));
        }
    }

    private void rest(ExecutorService workers, Watch watch, Verdict verdict) throws IOException, InterruptedException {
        if (stop.signal().isPresent()) {
            return;
        }
        if (verdict.nothingCame() || (verdict.anyTapFailed() && job.policy().stopOnTapError())) {
            if (job.transform().isPresent() || job.report().isPresent()) {
                journal.warn("transform and report are left out: "
                        + (verdict.nothingCame() ? "no tap brought anything" : "a tap failed, on_tap_error is stop"));
            }
            return;
        }
        List<Step> steps = new ArrayList<>();
        job.transform()
                .ifPresent(spec -> steps.add(new ProgramStep(
                        spec,
                        arguments(spec, "--seeds", asked.results().map(Results::transformArguments)),
                        programs,
                        workspace,
                        line -> journal.line("transform", line))));
        job.report()
                .ifPresent(spec -> steps.add(new ProgramStep(
                        spec,
                        arguments(spec, "--out", Optional.empty()),
                        programs,
                        workspace,
                        line -> journal.line("report", line))));
        Attempts attempts = new Attempts(job.policy(), stop, journal);
        for (Step step : steps) {
            StepOutcome outcome = watch.await(List.of(step), List.of(workers.submit(() -> attempts.run(step))))
                    .get(0);
            verdict.other(step.name(), outcome);
            if (!outcome.isOk()) {
                return;
            }
        }
    }

    /** What our own program is told beside its settings. */
    private static List<String> arguments(StepSpec spec, String option, Optional<List<String>> more) {
        List<String> arguments = new ArrayList<>();
        spec.folder().ifPresent(folder -> arguments.addAll(List.of(option, folder.toString())));
        more.ifPresent(arguments::addAll);
        return arguments;
    }

    private void end(Verdict verdict, LockWatch watch, Instant startedAt) throws InterruptedException {
        Optional<String> lost = watch.reason();
        ExitCode code = lost.isPresent() ? ExitCode.TRY_LATER : stop.signal().orElse(verdict.code());
        Optional<String> error = lost.or(() -> stop.signal()
                        .map(signal -> "stopped by " + (signal == ExitCode.INTERRUPTED ? "SIGINT" : "SIGTERM")))
                .or(() -> code == ExitCode.OK ? Optional.empty() : Optional.of(verdict.summary()));
        if (stop.signal().isEmpty()) {
            verdict.lines().forEach(journal::warn);
        }
        try {
            if (!store.isAlive()) {
                store.reconnect();
            }
            PipelineTable.end(store, runId, code.number(), error);
        } catch (BizopsException failed) {
            journal.warn("WARNING bizops: the end of the run is not noted: " + failed.getMessage());
        }
        RunResult result = new RunResult(
                runId, startedAt, Instant.now(), code.number(), error, surroundings.jobUrl(), verdict.steps());
        asked.results().ifPresent(folder -> new Results(folder).write(job, result, journal::warn));
        new Alerts(job, line -> journal.line("run", line), journal::warn).ended(store, result);
        if (lost.isPresent()) {
            throw LoadException.tryLater(lost.get(), null);
        }
        if (error.isPresent()) {
            throw new ProgramException(code.number(), "pipeline " + job.pipeline() + ": " + error.get());
        }
        journal.say("done");
    }
}
