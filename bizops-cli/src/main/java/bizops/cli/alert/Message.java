package bizops.cli.alert;

import bizops.cli.project.Job;
import bizops.singer.report.OneLine;
import bizops.singer.report.Redactor;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;

/** What a hook gets. {@code text} is what chats show. Stateless. */
final class Message {
    private static final int PARTIAL = 77;
    private static final int MILLI = 3;

    private Message() {}

    static String json(Job job, RunResult run, Finding finding) {
        String pipeline = job.pipeline() + " (" + job.environment().name() + ")";
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("text", "bizops " + pipeline + ": " + finding.line())
                .put("kind", finding.kind().text())
                .put("level", finding.isError() ? "error" : "warning")
                .put("key", finding.key())
                .put("line", finding.line())
                .put("pipeline", job.pipeline())
                .put("environment", job.environment().name())
                .put("run_id", run.runId())
                .put("status", status(run.exit()))
                .put("exit_code", run.exit())
                .put("error", run.error().map(Redactor::redact).map(OneLine::of).orElse(null))
                .put("started_at", run.startedAt().toString())
                .put("duration_s", seconds(run));
        return message.put("url", run.jobUrl().orElse(null)).toString();
    }

    private static BigDecimal seconds(RunResult run) {
        return BigDecimal.valueOf(
                Duration.between(run.startedAt(), run.endedAt()).toMillis(), MILLI);
    }

    private static String status(int exit) {
        return exit == 0 ? "done" : exit == PARTIAL ? "partial" : "failed";
    }
}
