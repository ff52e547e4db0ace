package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.ZuoraFault;
import bizops.sandbox.http.Body;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.zuora.data.Tenant;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Data Query, {@code /query/jobs}: SQL over one table. A job is done at the second look; its answer lies at a signed
 * address that takes no Authorization and is good for an hour.
 */
final class DataQueryEndpoint {
    private static final String DATA = "/query/data/";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int LOOKS = 2;
    private static final int MOST_JOBS = 5;

    private final Tenant tenant;
    private final DataQueries queries;
    private final FileStore ids;
    private final Faults faults;
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    private static final class Job {
        private final ObjectNode told;
        private final @Nullable DataAnswer answer;
        private final Instant until;
        private int looks;
        private boolean failed;

        private Job(ObjectNode told, @Nullable DataAnswer answer, Instant until) {
            this.told = told;
            this.answer = answer;
            this.until = until;
        }

        private void fail(ZuoraFault fault) {
            looks = LOOKS;
            if (fault == ZuoraFault.JOB_ABORTED) {
                told.put("queryStatus", "cancelled");
                return;
            }
            failed = true;
            if (fault == ZuoraFault.JOB_TOO_LONG_90027) {
                told.put("errorMessage", "Query exceeded the maximum time limit of 3600.00s");
            } else {
                told.put("errorMessage", "failed to process object").put("errorCode", "LINK_10000005");
            }
        }

        private boolean running() {
            return looks < LOOKS;
        }
    }

    DataQueryEndpoint(Tenant tenant, Settings settings, Faults faults, FileStore ids) {
        this.tenant = tenant;
        this.ids = ids;
        this.faults = faults;
        this.queries = new DataQueries(tenant, settings, new Access(settings, faults, Access.For.AQUA));
    }

    Reply submit(Call call) {
        if (!call.header("content-type").orElse("").startsWith("application/json")) {
            throw new ApiException(Reply.json(415, "{\"code\":415,\"message\":\"HTTP 415 Unsupported Media Type\"}"));
        }
        JsonNode request = Json.read(call.body());
        if (request.path("query").asText("").isEmpty()
                || !request.path("output").path("target").asText("").equalsIgnoreCase("S3")) {
            throw refused(400, "query and output.target S3 are required");
        }
        if (!request.path("sourceData").asText("LIVE").equals("LIVE")) {
            throw refused(
                    400,
                    "The tenant has no licence for "
                            + request.path("sourceData").asText());
        }
        if (!Set.of("NONE", "GZIP").contains(request.path("compression").asText("NONE"))) {
            throw refused(400, "The sandbox has compression NONE and GZIP");
        }
        if (jobs.values().stream().filter(Job::running).count() >= MOST_JOBS) {
            throw refused(400, "The limit of running and queued queries is reached");
        }
        return Reply.json(wrapped(add(request).told));
    }

    private Job add(JsonNode request) {
        String id = uuid(ids.newId());
        ObjectNode told = Json.object();
        told.put("id", id);
        told.put("query", request.path("query").asText());
        told.put("useIndexJoin", request.path("useIndexJoin").asBoolean());
        told.put("sourceData", "LIVE");
        told.put("queryStatus", "accepted");
        told.put("remainingRetries", 3);
        told.put("retries", 3);
        told.put("updatedOn", tenant.now().toString());
        told.put("createdBy", "2c92a0fd5b1d3a5e015b2c0e9f0a0001");
        DataAnswer answer = null;
        try {
            answer = queries.answer(request);
        } catch (DataQueryException e) {
            told.put("errorMessage", e.getMessage());
        }
        Job job = new Job(told, answer, tenant.now().plus(KEPT));
        jobs.put(id, job);
        return job;
    }

    Reply look(String id, String base, String path) {
        Job job = find(id);
        if (job.running()) {
            Optional<ZuoraFault> fault = JobFaults.striking(faults, path, objects(id), List.of(window(job)));
            if (fault.isPresent() && fault.get() == ZuoraFault.JOB_STUCK) {
                return Reply.json(wrapped(job.told));
            }
            fault.ifPresent(job::fail);
        }
        job.looks++;
        ObjectNode told = job.told.deepCopy();
        told.remove(List.of("errorMessage", "errorCode"));
        if (job.told.path("queryStatus").asText().equals("cancelled")) {
            return Reply.json(wrapped(told));
        }
        if (job.running()) {
            told.put("queryStatus", "in_progress");
        } else if (job.answer == null || job.failed) {
            told.put("queryStatus", "failed");
            if (job.told.has("errorCode")) {
                told.set("errorCode", job.told.path("errorCode"));
            }
            told.set("errorMessage", job.told.path("errorMessage"));
        } else {
            told.put("queryStatus", "completed");
            told.put("dataFile", base + DATA + id + "?signature=" + signature(id));
            told.put("outputRows", job.answer.rows().size());
            told.put("processingTime", 412);
        }
        return Reply.json(wrapped(told));
    }

    /** All the time there is, for a query without an answer. */
    private static Duration window(Job job) {
        return job.answer == null ? Duration.ofDays(36_500) : job.answer.window();
    }

    /** The tables that a job asks for; none if there is no such job. */
    List<String> objects(String id) {
        Job job = jobs.get(id);
        return job == null ? List.of() : Routes.asked(job.told.path("query").asText());
    }

    Reply cancel(String id) {
        Job job = find(id);
        job.looks = LOOKS;
        job.told.put("queryStatus", "cancelled");
        return Reply.json(wrapped(job.told));
    }

    /** Whether a path is that of an answer, where the signature is the permission. */
    static boolean isData(String path) {
        return path.startsWith(DATA);
    }

    Reply data(Call call) {
        String id = call.path().substring(DATA.length());
        Job job = jobs.get(id);
        boolean signed =
                call.parameter("signature").filter(signature(id)::equals).isPresent();
        if (job == null || job.answer == null || job.failed || !signed || !job.until.isAfter(tenant.now())) {
            return xml(403, "AccessDenied");
        }
        if (call.header("authorization").isPresent()) {
            return xml(400, "InvalidArgument");
        }
        DataAnswer answer = Objects.requireNonNull(job.answer);
        return Reply.of(
                answer.gzip() ? "application/x-gzip" : "application/octet-stream", Body.streamed(answer::writeTo));
    }

    private static Reply xml(int status, String code) {
        return new Reply(
                status, "application/xml", Body.of("<Error><Code>" + code + "</Code></Error>"), Map.of(), null);
    }

    private static String signature(String id) {
        return Integer.toHexString(id.hashCode() * 0x9E3779B1);
    }

    private static String uuid(String id) {
        return id.substring(0, 8) + "-" + id.substring(8, 12) + "-" + id.substring(12, 16) + "-" + id.substring(16, 20)
                + "-" + id.substring(20).toLowerCase(Locale.ROOT);
    }

    private Job find(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw refused(404, "Cannot find the query " + id);
        }
        return job;
    }

    private static String wrapped(ObjectNode told) {
        ObjectNode shown = told.deepCopy();
        if (!shown.path("queryStatus").asText().equals("failed")) {
            shown.remove("errorMessage");
        }
        ObjectNode body = Json.object();
        body.set("data", shown);
        return body.toString();
    }

    private static ApiException refused(int status, String message) {
        return new ApiException(
                Reply.json(status, Json.object().put("message", message).toString()));
    }
}
