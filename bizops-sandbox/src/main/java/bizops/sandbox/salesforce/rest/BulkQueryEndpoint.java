package bizops.sandbox.salesforce.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.bulk.QueryJob;
import bizops.sandbox.salesforce.bulk.QueryJobs;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.soql.FieldAccess;
import org.jspecify.annotations.Nullable;

/** {@code jobs/query}: the queries of the Bulk API 2.0. */
final class BulkQueryEndpoint {
    private final Org org;
    private final QueryJobs jobs = new QueryJobs();
    private final BulkOrder orders;
    private final BulkFates fates;
    private final BulkPages pages;

    BulkQueryEndpoint(Org org, FieldAccess access, Faults faults) {
        this.org = org;
        this.orders = new BulkOrder(org, access);
        this.fates = new BulkFates(faults);
        this.pages = new BulkPages(org, fates);
    }

    /** Jobs created in the last 24 hours. */
    int createdInADay() {
        return jobs.createdInADay(org.now());
    }

    /** The object that a job reads, null if there is no such job. */
    @Nullable
    String object(String id) {
        QueryJob job = jobs.find(id, org.now());
        return job == null ? null : job.order().statement().type().name();
    }

    Reply answer(Call call, String version) {
        String id = call.part(5);
        String detail = call.part(6);
        if (!"query".equals(call.part(4)) || call.part(7) != null) {
            throw ApiException.notFound();
        }
        if (id == null) {
            return switch (call.method()) {
                case "POST" -> create(call, version);
                case "GET" -> list();
                default -> throw notAllowed(call, "GET,POST");
            };
        }
        QueryJob job = find(call, id);
        if (detail == null) {
            return job(call, job);
        }
        if (!call.method().equals("GET")) {
            throw notAllowed(call, "GET");
        }
        if (!job.order().version().equals(version)) {
            throw new ApiException(
                    409,
                    "API_ERROR",
                    "The job was created with API version " + job.order().version() + " and must be read with it");
        }
        return results(call, job, detail, version);
    }

    private Reply create(Call call, String version) {
        QueryJob.Order order = orders.read(call, version);
        String object = order.statement().type().name();
        fates.refuseCreation(call.path(), object);
        if (createdInADay() >= QueryJobs.MOST_A_DAY) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "Max bulk v2 query jobs (" + QueryJobs.MOST_A_DAY + ") per 24 hrs has been reached ("
                            + createdInADay() + ").");
        }
        QueryJob job = jobs.create(order, org.now(), fates.fate(call.path(), object, org.now()));
        return info(job);
    }

    private QueryJob find(Call call, String id) {
        QueryJob job = jobs.find(id, org.now());
        if (job == null
                || fates.expired(call.path(), job.order().statement().type().name())) {
            throw ApiException.notFound();
        }
        return job;
    }

    private Reply job(Call call, QueryJob job) {
        switch (call.method()) {
            case "GET" -> job.poll(org.now());
            case "PATCH" -> abort(call, job);
            case "DELETE" -> {
                if (!job.isTerminal()) {
                    throw new ApiException(
                            400,
                            "API_ERROR",
                            "Error encountered when deleting the job because the job is not terminated");
                }
                jobs.delete(job);
                return Reply.empty(204);
            }
            default -> throw notAllowed(call, "GET,PATCH,DELETE");
        }
        return info(job);
    }

    private static void abort(Call call, QueryJob job) {
        if (!Json.read(call.body()).path("state").asText().equals("Aborted")) {
            throw new ApiException(400, "API_ERROR", "A query job can only be set to Aborted");
        }
        if (!job.abort()) {
            throw new ApiException(400, "API_ERROR", "Aborting a job that is " + job.state() + " is not possible");
        }
    }

    private Reply results(Call call, QueryJob job, String detail, String version) {
        if (!detail.equals("results") && !detail.equals("resultPages")) {
            throw ApiException.notFound();
        }
        if (!job.isTerminal()) {
            return Reply.empty(204);
        }
        if (job.result() == null) {
            throw new ApiException(400, "API_ERROR", "The job is " + job.state() + " and has no results");
        }
        return detail.equals("results") ? pages.page(call, job) : pages.list(call, job, version);
    }

    private Reply list() {
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            json.writeBooleanField("done", true);
            json.writeArrayFieldStart("records");
            for (QueryJob job : jobs.list(org.now())) {
                BulkJobJson.write(json, job);
            }
            json.writeEndArray();
            json.writeNullField("nextRecordsUrl");
            json.writeEndObject();
        }));
    }

    private static Reply info(QueryJob job) {
        return Reply.json(Json.text(json -> BulkJobJson.write(json, job)));
    }

    private static ApiException notAllowed(Call call, String allowed) {
        return new ApiException(
                405, "METHOD_NOT_ALLOWED", "HTTP Method '" + call.method() + "' not allowed. Allowed are " + allowed);
    }
}
