package bizops.sandbox.zuora.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.zuora.data.Tenant;
import bizops.sandbox.zuora.zoql.FieldAccess;
import bizops.sandbox.zuora.zoql.Found;
import bizops.sandbox.zuora.zoql.Statement;
import bizops.sandbox.zuora.zoql.ZoqlException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * AQuA without sessions, {@code /v1/batch-query/}. A job sees the tenant as it is when it is submitted, all its queries
 * the same, and is done at the second poll.
 */
final class BatchEndpoint {
    private static final Duration KEPT = Duration.ofDays(3);
    private static final int MOST_QUERIES = 50;
    private static final int MOST_JOBS = 50;
    private static final int POLLS = 2;
    private static final int LONGEST_MESSAGE = 1000;

    private final Tenant tenant;
    private final FieldAccess access;
    private final FileStore files;
    private final Settings settings;
    private final Map<String, BatchJob> jobs = new LinkedHashMap<>();

    BatchEndpoint(Tenant tenant, FieldAccess access, FileStore files, Settings settings) {
        this.tenant = tenant;
        this.access = access;
        this.files = files;
        this.settings = settings;
    }

    Reply submit(Call call) {
        JsonNode request = Json.read(call.body());
        String format = request.path("format").asText("csv").toLowerCase(Locale.ROOT);
        if (!request.isObject() || !Set.of("csv", "zip", "gzip").contains(format)) {
            throw ApiException.malformed();
        }
        JsonNode queries = request.path("queries");
        if (queries.isEmpty()) {
            return error(request, "90016", "There are no queries in the input.");
        }
        if (queries.size() > MOST_QUERIES) {
            return error(request, "90004", "A job takes at most " + MOST_QUERIES + " queries.");
        }
        if (stateful(request)) {
            return error(
                    request, "90019", "The partner " + request.path("partner").asText() + " is unknown.");
        }
        if (jobs.values().stream().filter(BatchJob::running).count() >= settings.jobs(MOST_JOBS)) {
            return error(request, "90028", "The limit of concurrent jobs is reached.");
        }
        BatchJob job = new BatchJob(files.newId(), request, tenant.now());
        for (JsonNode query : queries) {
            Reply refusal = add(job, request, query);
            if (refusal != null) {
                return refusal;
            }
        }
        jobs.put(job.id, job);
        return Reply.json(BatchJson.job(job, settings.zone(), true).toString());
    }

    private static boolean stateful(JsonNode request) {
        return !request.path("version").asText("1.0").equals("1.0")
                && !request.path("partner").asText("").isEmpty()
                && !request.path("project").asText("").isEmpty();
    }

    private @Nullable Reply add(BatchJob job, JsonNode request, JsonNode query) {
        String text = query.path("query").asText("");
        JsonNode deleted = query.path("deleted");
        if (!query.path("type").asText("zoqlexport").equals("zoqlexport")) {
            return error(request, "90005", syntax("the sandbox takes zoqlexport only", text));
        }
        try {
            Statement statement = Statement.prepare(tenant, access, settings.zone(), text);
            if (deleted.isObject()) {
                if (!deleted.path("forceExport").asBoolean()) {
                    return error(request, "90012", "Deleted rows in stateless mode need forceExport.");
                }
                if (!statement.type().reportsDeletes()) {
                    return error(
                            request,
                            "90017",
                            "Deleted rows of " + statement.type().name() + " cannot be reported.");
                }
            }
            String failure = statement.failure();
            List<Found> rows = failure == null ? statement.run(job.started, deleted.isObject()) : List.of();
            CsvLayout layout = new CsvLayout(
                    statement.type(),
                    statement.columns(),
                    texts(request),
                    deleted.isObject() ? deleted.path("column").asText("Deleted") : null,
                    deleted.path("format").asText("").equalsIgnoreCase("Numeric"),
                    CsvLayout.Quirk.NONE);
            job.batches.add(new BatchJob.Batch(files.newId(), query, layout, rows, failure));
            return null;
        } catch (ZoqlException e) {
            return error(request, "90005", syntax(String.valueOf(e.getMessage()), text));
        }
    }

    private Texts texts(JsonNode request) {
        boolean utc = request.path("dateTimeUtc").asBoolean();
        boolean labels = !request.path("useQueryLabels").asBoolean();
        String nothing = request.path("nullReplacement").asText("");
        return new Texts(utc ? java.time.ZoneOffset.UTC : settings.zone(), "xx", labels, nothing);
    }

    private static String syntax(String why, String query) {
        return "There is a syntax error in one of the queries in the AQuA input (Error = " + why + ", Query = " + query
                + ")";
    }

    /** A refusal: HTTP 200, no id, and a message that is cut. */
    private static Reply error(JsonNode request, String code, String message) {
        ObjectNode body = Json.object();
        body.put("status", "error");
        body.put("errorCode", code);
        body.put("message", message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message);
        body.set(
                "batches",
                request.path("queries").isArray()
                        ? request.path("queries")
                        : Json.object().arrayNode());
        return Reply.json(body.toString());
    }

    Reply poll(String id) {
        BatchJob job = find(id);
        job.polls++;
        if (job.running()) {
            if (job.polls >= POLLS) {
                finish(job);
            } else {
                job.status = "executing";
                job.batches.forEach(batch -> batch.status = "executing");
            }
        }
        return Reply.json(BatchJson.job(job, settings.zone(), false).toString());
    }

    private void finish(BatchJob job) {
        for (BatchJob.Batch batch : job.batches) {
            if (batch.message != null) {
                batch.status = "aborted";
            } else {
                batch.status = "completed";
                batch.files = List.of(file(job, batch));
            }
        }
        boolean aborted = job.batches.stream().anyMatch(batch -> batch.status.equals("aborted"));
        job.status = aborted ? "aborted" : "completed";
    }

    private String file(BatchJob job, BatchJob.Batch batch) {
        Instant until = tenant.now().plus(KEPT);
        ResultFile file = new ResultFile(
                files.newId(),
                batch.layout.type().name(),
                job.request.path("format").asText("csv").toLowerCase(Locale.ROOT),
                batch.layout,
                batch.rows,
                until);
        files.keep(file);
        return file.id();
    }

    Reply cancel(String id) {
        BatchJob job = find(id);
        if (!job.running()) {
            return Reply.json(Json.object()
                    .put("status", "error")
                    .put("errorCode", "90003")
                    .put("message", "The job " + id + " is " + job.status + " and cannot be cancelled.")
                    .toString());
        }
        job.status = "cancelled";
        job.batches.forEach(batch -> batch.status = "cancelled");
        return Reply.json(BatchJson.job(job, settings.zone(), false).toString());
    }

    /** The objects that a job asks for, in order; none if there is no such job. */
    List<String> objects(String id) {
        BatchJob job = jobs.get(id);
        return job == null
                ? List.of()
                : job.batches.stream().map(batch -> batch.layout.type().name()).toList();
    }

    private BatchJob find(String id) {
        BatchJob job = jobs.get(id);
        if (job == null) {
            throw new ApiException(Reply.json(Json.object()
                    .put("status", "error")
                    .put("errorCode", "90002")
                    .put("message", "The job id " + id + " is invalid.")
                    .toString()));
        }
        return job;
    }
}
