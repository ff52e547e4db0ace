package bizops.tap.zuora.job;

import bizops.tap.zuora.job.BatchStatus.Stage;
import bizops.tap.zuora.query.ExportQuery;
import bizops.tap.zuora.rest.ApiException;
import bizops.tap.zuora.rest.ErrorKind;
import bizops.tap.zuora.rest.Rest;
import bizops.tap.zuora.rest.ZuoraError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Stateless AQuA: {@code POST /v1/batch-query/} with up to 50 queries that share one snapshot. Nothing is remembered by
 * Zuora between runs, so a run that fails loses nothing.
 */
public final class AquaJobs implements QueryJobs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_QUERIES = 50;
    /** Pinned: older versions give codes where newer ones give words. */
    private static final String API_VERSION = "145.0";

    private final Rest rest;
    private final int queriesPerJob;

    /** @param queriesPerJob at most 50 */
    public AquaJobs(Rest rest, int queriesPerJob) {
        this.rest = rest;
        this.queriesPerJob = Math.min(queriesPerJob, MOST_QUERIES);
    }

    @Override
    public String api() {
        return "AQUA";
    }

    @Override
    public int queriesPerJob() {
        return queriesPerJob;
    }

    @Override
    public boolean tellsDeletions() {
        return true;
    }

    @Override
    public Duration keepsFiles() {
        return Duration.ofDays(3);
    }

    @Override
    public String text(ExportQuery query) {
        return query.zoql();
    }

    @Override
    public String submit(List<NamedQuery> queries) {
        ObjectNode job = JSON.createObjectNode()
                .put("format", "gzip")
                .put("version", "1.0")
                .put("name", "bizops")
                .put("encrypted", "none")
                .put("useQueryLabels", "true")
                .put("dateTimeUtc", "true")
                .put("sourceData", "LIVE");
        ArrayNode all = job.putArray("queries");
        for (NamedQuery query : queries) {
            ObjectNode one = all.addObject()
                    .put("name", query.name())
                    .put("type", "zoqlexport")
                    .put("apiVersion", API_VERSION)
                    .put("query", text(query.query()));
            if (query.query().deleted()) {
                one.putObject("deleted")
                        .put("column", "Deleted")
                        .put("format", "Boolean")
                        .put("forceExport", true);
            }
        }
        JsonNode reply = rest.post("/v1/batch-query/", job);
        String id = reply.path("id").asText("");
        if (id.isEmpty()) {
            throw new ApiException(new ZuoraError(200, "", "the reply to a job names none: " + reply, ""));
        }
        return id;
    }

    @Override
    public JobStatus status(String job) {
        JsonNode reply = rest.get("/v1/batch-query/jobs/" + job);
        String stage = word(reply);
        boolean finished = switch (stage) {
            case "completed", "error", "aborted", "failed", "cancelled", "canceled" -> true;
            default -> false;
        };
        List<BatchStatus> batches = new ArrayList<>();
        reply.path("batches").forEach(batch -> batches.add(batch(batch, finished, reply)));
        return new JobStatus(finished, batches);
    }

    @Override
    public void cancel(String job) {
        try {
            rest.delete("/v1/batch-query/jobs/" + job);
        } catch (ApiException ended) {
            if (ended.kind() == ErrorKind.ENTITY) {
                throw ended;
            }
        }
    }

    private static BatchStatus batch(JsonNode batch, boolean jobFinished, JsonNode job) {
        String name = batch.path("name").asText("");
        Stage stage = stage(word(batch));
        if (stage == Stage.RUNNING && jobFinished) {
            stage = stage(word(job)) == Stage.CANCELLED ? Stage.CANCELLED : Stage.FAILED;
        }
        return switch (stage) {
            case RUNNING -> BatchStatus.running(name);
            case CANCELLED -> BatchStatus.cancelled(name);
            case FAILED -> BatchStatus.failed(name, error(batch, job));
            case DONE -> BatchStatus.done(name, count(batch), files(batch));
        };
    }

    private static Stage stage(String word) {
        return switch (word) {
            case "completed" -> Stage.DONE;
            case "cancelled", "canceled" -> Stage.CANCELLED;
            case "error", "aborted", "failed" -> Stage.FAILED;
            default -> Stage.RUNNING;
        };
    }

    private static String word(JsonNode node) {
        return node.path("status").asText("").toLowerCase(Locale.ROOT);
    }

    private static Optional<Long> count(JsonNode batch) {
        JsonNode count = batch.path("recordCount");
        return count.canConvertToLong() || count.isTextual() ? Optional.of(count.asLong()) : Optional.empty();
    }

    private static List<FileRef> files(JsonNode batch) {
        List<FileRef> files = new ArrayList<>();
        batch.path("segments").forEach(segment -> files.add(new FileRef(segment.asText(), false)));
        String file = batch.path("fileId").asText("");
        if (files.isEmpty() && !file.isEmpty()) {
            files.add(new FileRef(file, false));
        }
        return files;
    }

    /** The batch's own code and words, else the job's. */
    private static ZuoraError error(JsonNode batch, JsonNode job) {
        String message = told(batch, job, "message");
        return JobErrors.of(
                told(batch, job, "errorCode"), message.isEmpty() ? "the job ended as " + word(job) : message);
    }

    private static String told(JsonNode batch, JsonNode job, String name) {
        String own = batch.path(name).asText("");
        return own.isEmpty() || own.equals("null") ? job.path(name).asText("") : own;
    }
}
