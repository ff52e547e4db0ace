package bizops.cli.alert;

import bizops.cli.project.Job;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a hook gets. {@code text} is what chats show. Stateless. */
final class Message {
    private Message() {}

    static String json(Job job, RunResult run, Finding finding) {
        String pipeline = job.pipeline() + " (" + job.environment().name() + ")";
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("text", "bizops " + pipeline + ": " + finding.line())
                .put("kind", finding.kind().text())
                .put("level", finding.isError() ? "error" : "warning")
                .put("key", finding.key())
                .put("line", finding.line());
        return RunSummary.of(job, run, message).toString();
    }
}
