package bizops.sandbox.zuora.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What AQuA says about a job. */
final class BatchJson {
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private BatchJson() {}

    static ObjectNode job(BatchJob job, ZoneId zone, boolean submitted) {
        ObjectNode body = Json.object();
        body.put("encrypted", job.request.path("encrypted").asText("none"));
        body.put("useLastCompletedJobQueries", false);
        ArrayNode batches = body.putArray("batches");
        job.batches.forEach(batch -> batch(batches.addObject(), batch, submitted));
        body.put("status", job.status);
        body.put("name", job.request.path("name").asText(""));
        body.put("id", job.id);
        body.put("version", job.request.path("version").asText("1.0"));
        body.put("format", job.request.path("format").asText("csv").toUpperCase(Locale.ROOT));
        body.put("offset", 0);
        if (PartnerSessions.isAskedFor(job.request)) {
            body.put("partner", job.request.path("partner").asText());
            body.put("project", PartnerSessions.project(job.request));
        }
        if (job.errorCode != null) {
            body.put("errorCode", job.errorCode);
        }
        if (!submitted) {
            body.put("startTime", START.format(job.started.atZone(zone)));
        }
        return body;
    }

    private static void batch(ObjectNode body, BatchJob.Batch batch, boolean submitted) {
        body.put("localizedStatus", batch.status);
        body.put("apiVersion", batch.query.path("apiVersion").asText("145.0"));
        body.put("full", batch.full);
        boolean done = batch.status.equals("completed");
        body.put("recordCount", done ? batch.count : 0);
        body.put("batchId", batch.id);
        body.put("batchType", batch.query.path("type").asText("zoqlexport"));
        body.put("status", batch.status);
        body.put("name", batch.query.path("name").asText(""));
        body.put("query", batch.query.path("query").asText(""));
        JsonNode deleted = batch.query.path("deleted");
        if (!submitted && deleted.isObject()) {
            body.set("deleted", deleted);
        }
        if (batch.message != null && !batch.status.equals("pending")) {
            body.put("message", batch.message);
        }
        if (done && batch.files.size() == 1) {
            body.put("fileId", batch.files.get(0));
        } else if (done && batch.files.size() > 1) {
            ArrayNode segments = body.putArray("segments");
            batch.files.forEach(segments::add);
        }
    }
}
