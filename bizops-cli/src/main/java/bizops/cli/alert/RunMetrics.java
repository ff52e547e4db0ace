package bizops.cli.alert;

import bizops.cli.project.Job;
import bizops.cli.project.TapSpec;
import bizops.cli.store.PipelineTable;
import bizops.cli.store.Store;
import bizops.cli.store.StreamRows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Prometheus learns of a run. Owned by one thread. */
final class RunMetrics {
    private static final int MILLI = 3;

    private final Exposition out = new Exposition();
    private final Job job;

    private RunMetrics(Job job) {
        this.job = job;
    }

    /** The whole file. */
    static String text(Store store, Job job, RunResult run, List<Findings> looked) {
        RunMetrics metrics = new RunMetrics(job);
        metrics.run(store, run);
        metrics.steps(run);
        metrics.streams(store, run);
        metrics.findings(looked);
        return metrics.out.toString();
    }

    private void run(Store store, RunResult run) {
        one("bizops_run_exit_code", "Exit code of the newest run, 77 for one that is done in part", number(run.exit()));
        one("bizops_run_start_timestamp_seconds", "When the newest run began", seconds(run.startedAt()));
        one("bizops_run_end_timestamp_seconds", "When the newest run ended", seconds(run.endedAt()));
        PipelineTable.lastSuccess(store, job.pipeline(), job.environment().name())
                .ifPresent(last -> one(
                        "bizops_run_last_success_timestamp_seconds",
                        "When the newest run ended that did everything",
                        seconds(last)));
    }

    private void steps(RunResult run) {
        out.gauge("bizops_step_exit_code", "Exit code of each step of the newest run");
        run.steps().forEach(step -> out.sample(labels(Map.of("step", step.name())), number(step.exit())));
        out.gauge("bizops_step_duration_seconds", "How long the last attempt of each step took");
        run.steps().forEach(step -> out.sample(labels(Map.of("step", step.name())), seconds(step.took())));
    }

    private void streams(Store store, RunResult run) {
        out.gauge("bizops_stream_rows", "Rows of each stream in the newest run");
        for (TapSpec tap : job.taps()) {
            StreamRows.ofRun(store, run.runId(), tap.name())
                    .forEach((stream, rows) -> out.sample(stream(tap, stream), number(rows)));
        }
        out.gauge("bizops_stream_last_row_timestamp_seconds", "When a row of each stream came last");
        for (TapSpec tap : job.taps()) {
            StreamRows.last(store, tap.stateId())
                    .forEach((stream, last) -> out.sample(stream(tap, stream), seconds(last)));
        }
    }

    private void findings(List<Findings> looked) {
        out.gauge("bizops_findings", "What the newest run found to be wrong, by kind, what is ignored included");
        for (Finding.Kind kind : Finding.Kind.values()) {
            long count = looked.stream()
                    .flatMap(one -> one.all().stream())
                    .filter(finding -> finding.kind() == kind)
                    .count();
            out.sample(labels(Map.of("kind", kind.text())), number(count));
        }
    }

    private void one(String name, String help, BigDecimal value) {
        out.gauge(name, help);
        out.sample(labels(Map.of()), value);
    }

    private Map<String, String> stream(TapSpec tap, String stream) {
        Map<String, String> all = labels(Map.of("tap", tap.name()));
        all.put("stream", stream);
        return all;
    }

    private Map<String, String> labels(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("environment", job.environment().name());
        all.put("pipeline", job.pipeline());
        all.putAll(more);
        return all;
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal seconds(Instant moment) {
        return BigDecimal.valueOf(moment.toEpochMilli(), MILLI);
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), MILLI);
    }
}
