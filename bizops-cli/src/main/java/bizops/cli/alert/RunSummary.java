package bizops.cli.alert;

import bizops.cli.project.Job;
import bizops.singer.report.OneLine;
import bizops.singer.report.Redactor;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;

/** A run as JSON, as hooks and CI jobs get it. Stateless. */
public final class RunSummary {
    private static final int PARTIAL = 77;
    private static final int MILLI = 3;

    private RunSummary() {}

    /** With a row for each step that ran. */
    public static String json(Job job, RunResult run) {
        ObjectNode summary = of(job, run, JsonNodeFactory.instance.objectNode());
        ArrayNode steps = summary.putArray("steps");
        for (StepResult step : run.steps()) {
            steps.addObject()
                    .put("name", step.name())
                    .put("exit_code", step.exit())
                    .put("duration_s", seconds(step.took()))
                    .put("line", step.line().map(RunSummary::plain).orElse(null));
        }
        return summary.toPrettyString();
    }

    /** Puts what is known of the run into an object; durations in seconds. */
    static ObjectNode of(Job job, RunResult run, ObjectNode into) {
        return into.put("pipeline", job.pipeline())
                .put("environment", job.environment().name())
                .put("run_id", run.runId())
                .put("status", status(run.exit()))
                .put("exit_code", run.exit())
                .put("error", run.error().map(RunSummary::plain).orElse(null))
                .put("started_at", run.startedAt().toString())
                .put("duration_s", seconds(Duration.between(run.startedAt(), run.endedAt())))
                .put("url", run.jobUrl().orElse(null));
    }

    private static String plain(String text) {
        return OneLine.of(Redactor.redact(text));
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), MILLI);
    }

    private static String status(int exit) {
        return exit == 0 ? "done" : exit == PARTIAL ? "partial" : "failed";
    }
}
