package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Body;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.bulk.AsyncBatch;
import bizops.sandbox.salesforce.bulk.AsyncJob;
import bizops.sandbox.salesforce.data.Wire;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the Bulk API v1 tells, as JSON or XML: jobs in the request's form, batches in XML unless the job is of JSON. */
final class AsyncFormat {
    private static final String NAMESPACE = " xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private AsyncFormat() {}

    static boolean isJson(Call call) {
        return call.header("content-type").orElse("").startsWith("application/json")
                || (call.body().isEmpty() && call.header("accept").orElse("").startsWith("application/json"));
    }

    static Reply job(Call call, int status, AsyncJob job) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("id", job.id());
        info.put("operation", job.order().operation());
        info.put("object", job.order().object());
        info.put("createdById", "005Hu000000SandBoxUAA");
        info.put("createdDate", Wire.bulkInstant(job.created()));
        info.put("systemModstamp", Wire.bulkInstant(job.created()));
        info.put("state", job.state());
        info.put("concurrencyMode", "Parallel");
        info.put("contentType", job.order().contentType());
        for (String state : List.of("Queued", "InProgress", "Completed", "Failed")) {
            info.put("numberBatches" + state, job.count(state));
        }
        info.put("numberBatchesTotal", job.batches().size());
        info.put(
                "numberRecordsProcessed",
                job.batches().stream().mapToInt(AsyncBatch::processed).sum());
        info.put("numberRetries", 0);
        info.put("apiVersion", Double.parseDouble(job.order().version()));
        info.put("numberRecordsFailed", 0);
        return reply(isJson(call), status, "jobInfo", info);
    }

    static Reply batch(int status, AsyncJob job, AsyncBatch batch) {
        return reply(job.order().json(), status, "batchInfo", info(job, batch));
    }

    static Reply batches(AsyncJob job) {
        if (job.order().json()) {
            return Reply.json(200, Json.text(out -> {
                out.writeStartObject();
                out.writeArrayFieldStart("batchInfo");
                for (AsyncBatch batch : job.batches()) {
                    members(out, info(job, batch));
                }
                out.writeEndArray();
                out.writeEndObject();
            }));
        }
        String list = job.batches().stream()
                .map(batch -> "<batchInfo>" + inner(info(job, batch)) + "</batchInfo>")
                .collect(Collectors.joining());
        return xml(200, HEAD + "<batchInfoList" + NAMESPACE + ">" + list + "</batchInfoList>");
    }

    static Reply results(AsyncJob job, List<String> ids) {
        if (job.order().json()) {
            return Reply.json(200, Json.text(out -> out.writeArray(ids.toArray(new String[0]), 0, ids.size())));
        }
        String list = ids.stream().map(id -> "<result>" + id + "</result>").collect(Collectors.joining());
        return xml(200, HEAD + "<result-list" + NAMESPACE + ">" + list + "</result-list>");
    }

    static Reply error(Call call, String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("exceptionCode", code);
        error.put("exceptionMessage", message);
        return reply(isJson(call), 400, "error", error);
    }

    private static Map<String, Object> info(AsyncJob job, AsyncBatch batch) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("id", batch.id());
        info.put("jobId", job.id());
        info.put("state", batch.state());
        if (batch.failure() != null) {
            info.put("stateMessage", batch.failure());
        }
        info.put("createdDate", Wire.bulkInstant(batch.created()));
        info.put("systemModstamp", Wire.bulkInstant(batch.created()));
        info.put("numberRecordsProcessed", batch.processed());
        info.put("numberRecordsFailed", 0);
        info.put("totalProcessingTime", 0);
        info.put("apiActiveProcessingTime", 0);
        info.put("apexProcessingTime", 0);
        return info;
    }

    private static Reply reply(boolean json, int status, String root, Map<String, Object> info) {
        if (json) {
            return Reply.json(status, Json.text(out -> members(out, info)));
        }
        return xml(status, HEAD + "<" + root + NAMESPACE + ">" + inner(info) + "</" + root + ">");
    }

    private static void members(JsonGenerator out, Map<String, Object> info) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, Object> entry : info.entrySet()) {
            out.writeObjectField(entry.getKey(), entry.getValue());
        }
        out.writeEndObject();
    }

    private static Reply xml(int status, String text) {
        return new Reply(status, "application/xml;charset=UTF-8", Body.of(text), Map.of(), null);
    }

    private static String inner(Map<String, Object> info) {
        StringBuilder xml = new StringBuilder();
        info.forEach((name, value) -> xml.append('<')
                .append(name)
                .append('>')
                .append(escaped(value.toString()))
                .append("</")
                .append(name)
                .append('>'));
        return xml.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
