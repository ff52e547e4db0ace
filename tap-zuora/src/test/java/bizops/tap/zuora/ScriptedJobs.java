package bizops.tap.zuora;

import bizops.tap.zuora.ScriptedTenant.Answer;
import bizops.tap.zuora.ScriptedTenant.Asked;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** AQuA as a test scripts it: every job is done at the first question, and what a query finds is a function of it. */
final class ScriptedJobs {
    private final List<JsonNode> submitted = new ArrayList<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, ObjectNode> jobs = new LinkedHashMap<>();
    private final Function<String, String> rows;

    /** @param rows the CSV that answers a query's text */
    ScriptedJobs(ScriptedTenant tenant, Function<String, String> rows) {
        this.rows = rows;
        tenant.on("POST /v1/batch-query/", this::submit)
                .on("GET /v1/batch-query/jobs/", this::status)
                .on(
                        "GET /v1/files/",
                        request -> Answer.of(
                                200, files.getOrDefault(request.path().substring("/v1/files/".length()), "")));
    }

    /** The jobs that were submitted, in order. */
    List<JsonNode> submitted() {
        return List.copyOf(submitted);
    }

    /** The texts of all queries of all jobs, in order. */
    List<String> queries() {
        List<String> queries = new ArrayList<>();
        submitted.forEach(job -> job.path("queries")
                .forEach(query -> queries.add(query.path("query").asText())));
        return queries;
    }

    private Answer submit(Asked request) {
        JsonNode job = TapRun.Result.parse(request.body());
        submitted.add(job);
        String id = "job" + submitted.size();
        ObjectNode status = TapRun.JSON.createObjectNode().put("id", id).put("status", "completed");
        ArrayNode batches = status.putArray("batches");
        job.path("queries").forEach(query -> {
            String csv = rows.apply(query.path("query").asText());
            String file = id + "-" + query.path("name").asText();
            files.put(file, csv);
            batches.addObject()
                    .put("name", query.path("name").asText())
                    .put("status", "completed")
                    .put("recordCount", csv.lines().count() - 1)
                    .put("fileId", file);
        });
        jobs.put(id, status);
        return Answer.of(200, "{\"id\":\"" + id + "\",\"status\":\"submitted\"}");
    }

    private Answer status(Asked request) {
        ObjectNode job = jobs.get(request.path().substring("/v1/batch-query/jobs/".length()));
        return job == null
                ? Answer.of(200, "{\"status\":\"error\",\"errorCode\":\"90002\",\"message\":\"no such job\"}")
                : Answer.of(200, job.toString());
    }
}
