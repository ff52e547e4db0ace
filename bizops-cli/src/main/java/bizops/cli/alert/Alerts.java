package bizops.cli.alert;

import bizops.cli.project.AlertSpec;
import bizops.cli.project.Job;
import bizops.cli.store.RawColumns;
import bizops.cli.store.Store;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Looks at a run that has ended and tells what is wrong. Nothing here fails the run. Owned by one thread. */
public final class Alerts {
    private final Job job;
    private final Consumer<String> log;
    private final Consumer<String> warn;

    /**
     * @param log takes what a command prints
     * @param warn takes what could not be looked at or told
     */
    public Alerts(Job job, Consumer<String> log, Consumer<String> warn) {
        this.job = job;
        this.log = log;
        this.warn = warn;
    }

    /** Tells what the run found; nothing where the file asks for none, or somebody at a terminal stopped it. */
    public void ended(Store store, RunResult run) throws InterruptedException {
        if (job.alerts().isEmpty() || run.exit() == ExitCode.INTERRUPTED.number()) {
            return;
        }
        if (!store.isAlive()) {
            unreachable(run);
            return;
        }
        AlertSpec spec = job.alerts().get();
        List<Findings> looked = new ArrayList<>();
        for (Check check : checks(store, run, spec)) {
            guarded("something was not looked at", () -> looked.add(check.look()));
        }
        guarded("what was found is not told", () -> tell(store, run, spec, looked));
        if (spec.prometheus().isPresent()) {
            guarded(
                    "the file for Prometheus is not written",
                    () -> PrometheusFile.write(spec.prometheus().get(), job, RunMetrics.text(store, job, run, looked)));
        }
    }

    /** Tells of a run that has no database, at its beginning or end; nothing is remembered, so each such run says it. */
    public void unreachable(RunResult run) throws InterruptedException {
        Optional<Hook> hook = job.alerts().flatMap(this::hook);
        if (hook.isPresent()) {
            guarded("what was found is not told", () -> {
                for (Finding finding : new FailureCheck(run).look().all()) {
                    hook.get().send(Message.json(job, run, finding));
                }
            });
        }
    }

    private List<Check> checks(Store store, RunResult run, AlertSpec spec) {
        List<Check> checks = new ArrayList<>(List.of(new FailureCheck(run)));
        for (String schema : schemas()) {
            checks.add(new RejectedCheck(store, schema, run.startedAt()));
            checks.add(new DriftCheck(store, schema));
        }
        job.taps().forEach(tap -> {
            if (run.wentWell(tap.name())) {
                checks.add(new VolumeCheck(store, tap, run.runId(), spec));
            }
            checks.add(new StaleCheck(store, tap, spec.stale()));
        });
        job.transform().filter(step -> !step.foreign() && run.ran("transform")).ifPresent(step -> {
            if (step.program().settings().has("schema_prefix")) {
                String prefix = step.program().settings().path("schema_prefix").asText();
                checks.add(new BuildCheck(store, (prefix.isEmpty() ? "" : prefix + "_") + "bizops", run.runId()));
            } else {
                warn.accept("WARNING bizops: alerts: tests are not looked at, as environment "
                        + job.environment().name() + " has no schema_prefix; give it one, \"\" for production");
            }
        });
        return checks;
    }

    /** Of the taps of this run; target-postgres may have been told one for all. */
    private Set<String> schemas() {
        Set<String> schemas = new TreeSet<>();
        job.taps()
                .forEach(tap -> schemas.add(
                        job.target().settings().path("default_target_schema").asText(tap.schema())));
        return schemas;
    }

    private void tell(Store store, RunResult run, AlertSpec spec, List<Findings> looked)
            throws IOException, InterruptedException {
        new Ledger(store, job, new Ignored(spec.ignore())).tell(hook(spec), run, looked);
        // Only now: a change of columns that nobody heard of is found again.
        schemas().forEach(schema -> RawColumns.remember(store, schema));
    }

    private Optional<Hook> hook(AlertSpec spec) {
        if (spec.url().isPresent()) {
            return Optional.of(new PostHook(spec.url().get(), spec.environment()));
        }
        return spec.command().isEmpty()
                ? Optional.empty()
                : Optional.of(new CommandHook(spec.command(), spec.folder(), spec.environment(), log));
    }

    private void guarded(String otherwise, Work work) throws InterruptedException {
        try {
            work.run();
        } catch (BizopsException | IOException failed) {
            warn.accept("WARNING bizops: alerts: " + otherwise + ": " + failed.getMessage());
        }
    }

    /** What may fail. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
