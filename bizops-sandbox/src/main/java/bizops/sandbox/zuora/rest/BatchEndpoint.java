package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.ZuoraFault;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.zuora.data.Tenant;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** AQuA, {@code /v1/batch-query/}: jobs of up to 50 queries over one snapshot, with and without sessions. */
final class BatchEndpoint {
    private static final int MOST_JOBS = 50;
    private static final int FEW_JOBS = 5;
    /** Older jobs are deleted. */
    private static final Duration KEPT = Duration.ofDays(180);

    private final Tenant tenant;
    private final Settings settings;
    private final Faults faults;
    private final Submission submission;
    private final Progress progress;
    private final Map<String, BatchJob> jobs = new LinkedHashMap<>();

    BatchEndpoint(Tenant tenant, Settings settings, Faults faults, FileStore files) {
        this.tenant = tenant;
        this.settings = settings;
        this.faults = faults;
        Access access = new Access(settings, faults, Access.For.AQUA);
        this.submission = new Submission(tenant, access, settings, faults, files);
        this.progress = new Progress(faults, files);
    }

    Reply submit(Call call) {
        JsonNode request = Json.read(call.body());
        String format = request.path("format").asText("csv").toLowerCase(Locale.ROOT);
        if (!request.isObject() || !Set.of("csv", "zip", "gzip").contains(format)) {
            throw ApiException.malformed();
        }
        try {
            int most = faults.isArmed(ZuoraFault.FIVE_JOBS) ? FEW_JOBS : MOST_JOBS;
            if (jobs.values().stream().filter(BatchJob::running).count() >= most) {
                throw new AquaException("90028", "The limit of concurrent jobs is reached.");
            }
            BatchJob job = submission.job(request, call.path());
            jobs.put(job.id, job);
            return Reply.json(BatchJson.job(job, settings.zone(), true).toString());
        } catch (AquaException e) {
            return e.reply(request);
        }
    }

    Reply poll(String id, String path) {
        BatchJob job = find(id);
        progress.poll(job, path, tenant.now());
        return Reply.json(BatchJson.job(job, settings.zone(), false).toString());
    }

    /** The last job of a partner's project that is completed ("Retrieve the last completed aggregate query job"). */
    Reply last(String partner, String project, String path) {
        if (!partner.equals(Credentials.PARTNER)) {
            throw refused(new AquaException("90019", "The partner " + partner + " is unknown."));
        }
        @Nullable BatchJob last = null;
        for (BatchJob job : jobs.values()) {
            if (PartnerSessions.isOf(job.request, project)
                    && job.started.plus(KEPT).isAfter(tenant.now())) {
                progress.catchUp(job, path, tenant.now());
                last = job.status.equals("completed") ? job : last;
            }
        }
        if (last == null) {
            throw refused(new AquaException("90002", "The project " + project + " has no completed job."));
        }
        return Reply.json(BatchJson.job(last, settings.zone(), false).toString());
    }

    Reply cancel(String id) {
        BatchJob job = find(id);
        if (!job.running()) {
            return new AquaException("90003", "The job " + id + " is " + job.status + " and cannot be cancelled.")
                    .reply(Json.object());
        }
        job.status = "cancelled";
        job.batches.forEach(batch -> batch.status = "cancelled");
        return Reply.json(BatchJson.job(job, settings.zone(), false).toString());
    }

    /** The objects that a job asks for; none if there is no such job. */
    List<String> objects(String id) {
        BatchJob job = jobs.get(id);
        return job == null ? List.of() : job.objects();
    }

    private BatchJob find(String id) {
        BatchJob job = jobs.get(id);
        if (job == null) {
            throw refused(new AquaException("90002", "The job id " + id + " is invalid."));
        }
        return job;
    }

    private static ApiException refused(AquaException why) {
        return new ApiException(why.reply(Json.object()));
    }
}
