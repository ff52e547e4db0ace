package bizops.sandbox.salesforce.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.http.Body;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.bulk.AsyncBatch;
import bizops.sandbox.salesforce.bulk.AsyncJob;
import bizops.sandbox.salesforce.bulk.AsyncJobs;
import bizops.sandbox.salesforce.bulk.CsvRows;
import bizops.sandbox.salesforce.bulk.ResultSet;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.RecordId;
import bizops.sandbox.salesforce.soql.FieldAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /services/async/N/job}: the queries of the Bulk API v1. */
final class AsyncEndpoint {
    private static final int FILE_ROWS = 100_000;
    /** With the charset, by which connectors decode; files of Bulk 2.0 come without one. */
    private static final String CSV = "text/csv; charset=UTF-8";

    private final Org org;
    private final AsyncJobs jobs = new AsyncJobs();
    private final AsyncOrder orders;
    private final BulkFates fates;

    AsyncEndpoint(Org org, FieldAccess access, Faults faults) {
        this.org = org;
        this.orders = new AsyncOrder(org, access, faults);
        this.fates = new BulkFates(faults);
    }

    /** Batches of the last 24 hours. */
    int batchesInADay() {
        return jobs.batchesInADay(org.now());
    }

    /** The object that a job reads, null if there is no such job. */
    @Nullable
    String object(String id) {
        AsyncJob job = jobs.find(id, org.now());
        return job == null ? null : job.order().object();
    }

    /** Answers a path such as {@code /services/async/64.0/job/750…/batch}. */
    Reply answer(Call call) {
        try {
            return route(call, Objects.requireNonNullElse(call.part(2), ""));
        } catch (AsyncException refused) {
            return AsyncFormat.error(call, refused.code(), Objects.requireNonNull(refused.getMessage()));
        }
    }

    private Reply route(Call call, String version) {
        if (!version.matches("\\d{2,3}\\.0") || Integer.parseInt(version.substring(0, version.indexOf('.'))) < 31) {
            throw new AsyncException("InvalidVersion", "Invalid version: " + version);
        }
        if (!"job".equals(call.part(3))) {
            throw new AsyncException("InvalidUrl", "Destination URL not reset");
        }
        String id = call.part(4);
        if (id == null) {
            return create(call, version);
        }
        AsyncJob job = jobs.find(id, org.now());
        if (job == null || fates.expired(call.path(), job.order().object())) {
            throw new AsyncException("InvalidJob", "Unable to find job: " + id);
        }
        if (call.part(5) == null) {
            return job(call, job);
        }
        if (!"batch".equals(call.part(5))) {
            throw new AsyncException("InvalidUrl", "Destination URL not reset");
        }
        return batch(call, job, call.part(6));
    }

    private Reply create(Call call, String version) {
        AsyncJob.Order order = orders.job(call, version);
        try {
            fates.refuseCreation(call.path(), order.object());
        } catch (ApiException refused) {
            String message = Objects.requireNonNull(refused.getMessage());
            throw message.contains("not supported")
                    ? new AsyncException("InvalidEntity", message)
                    : message.contains("not enabled")
                            ? new AsyncException("FeatureNotEnabled", "Async API not enabled")
                            : new AsyncException("ExceededQuota", message);
        }
        return AsyncFormat.job(call, 201, jobs.create(order, org.now()));
    }

    private static Reply job(Call call, AsyncJob job) {
        if (call.method().equals("POST")) {
            String state = call.body().contains("Aborted") ? "Aborted" : "Closed";
            if (!job.state().equals("Open")) {
                throw new AsyncException("InvalidJobState", "The job is " + job.state());
            }
            job.end(state);
        }
        return AsyncFormat.job(call, 200, job);
    }

    private Reply batch(Call call, AsyncJob job, @Nullable String id) {
        if (id == null && call.method().equals("POST")) {
            return add(call, job);
        }
        if (id == null) {
            job.poll(org.now());
            return AsyncFormat.batches(job);
        }
        AsyncBatch batch = job.batch(id);
        if (batch == null) {
            throw new AsyncException("InvalidBatch", "Unable to find batch: " + id);
        }
        if (call.part(7) == null) {
            job.poll(org.now());
            return AsyncFormat.batch(200, job, batch);
        }
        ResultSet result = batch.result();
        if (!"result".equals(call.part(7)) || result == null) {
            throw new AsyncException("InvalidBatch", "Batch not completed");
        }
        return result(call, job, batch, result);
    }

    private Reply add(Call call, AsyncJob job) {
        if (!job.state().equals("Open")) {
            throw new AsyncException("InvalidJobState", "The job is " + job.state());
        }
        if (batchesInADay() >= AsyncJobs.MOST_BATCHES_A_DAY) {
            throw new AsyncException("ExceededQuota", "ApiBatchItems Limit exceeded.");
        }
        jobs.countBatch(org.now());
        return AsyncFormat.batch(201, job, job.add(orders.work(call, job), org.now()));
    }

    private Reply result(Call call, AsyncJob job, AsyncBatch batch, ResultSet result) {
        int rows = fates.pageRows(call.path(), job.order().object(), FILE_ROWS);
        List<String> files = new ArrayList<>();
        for (int from = 0; from == 0 || from < result.size(); from += rows) {
            files.add(RecordId.of("752", "Hu", RecordId.serial(batch.id()) * 100 + files.size()));
        }
        String id = call.part(8);
        if (id == null) {
            return AsyncFormat.results(job, files);
        }
        int file = files.indexOf(id);
        if (file < 0) {
            throw new AsyncException("InvalidBatch", "Unable to find result: " + id);
        }
        int from = file * rows;
        int to = Math.min(result.size(), from + rows);
        int sent =
                Math.max(from, to - fates.rowsMissing(call.path(), job.order().object()));
        if (job.order().json()) {
            return Reply.of(
                    "application/json;charset=UTF-8",
                    new AsyncRows(org, result, job.order().version()).body(from, to));
        }
        return result.size() == 0
                ? Reply.of(CSV, Body.of("Records not found for this query"))
                : Reply.of(CSV, new CsvRows(org, result, ',', "\n").body(from, sent));
    }
}
