package bizops.sandbox.marketo.bulk;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.wire.Limits;
import bizops.sandbox.marketo.wire.MarketoException;
import bizops.sandbox.marketo.wire.Request;
import bizops.sandbox.marketo.wire.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /bulk/v1/{kind}/export…}: the protocol of jobs (section 4 of the vendor notes). Under the org's lock. */
public final class BulkEndpoint {
    private static final Duration LISTED = Duration.ofDays(7);
    private static final int PAGE = 300;

    private final Instance instance;
    private final Faults faults;
    private final Extraction extraction;
    private final JobQueue queue;
    private final Quota quota;
    private final FileReply files;

    public BulkEndpoint(Instance instance, Faults faults, Limits limits) {
        this.instance = instance;
        this.faults = faults;
        this.extraction = new Extraction(instance);
        this.queue = new JobQueue(limits, new JobRunner(extraction, faults)::run);
        this.quota = new Quota(limits, queue);
        this.files = new FileReply(faults);
    }

    /** The paths of all kinds. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (ExportKind kind : ExportKind.values()) {
            String root = "/bulk/v1/" + kind.path() + "/export";
            routes.add(Route.post(root + "/create.json", kind.path(), request -> create(kind, request)));
            routes.add(Route.post(root + "/{}/enqueue.json", kind.path(), request -> enqueue(kind, request)));
            routes.add(Route.get(root + "/{}/status.json", kind.path(), request -> status(kind, request)));
            routes.add(Route.get(root + "/{}/file.json", kind.path(), request -> file(kind, request)));
            routes.add(Route.post(root + "/{}/cancel.json", kind.path(), request -> cancel(kind, request)));
            routes.add(Route.get(root + ".json", kind.path(), request -> list(kind, request)));
        }
        routes.add(Route.post("/bulk/v1/customobjects/{}/export/create.json", "customobjects", request -> {
            throw new MarketoException("1026", "Custom object not enabled");
        }));
        return routes;
    }

    private Optional<Fault> firing(MarketoFault name, ExportKind kind, Request request) {
        return faults.firing(Set.of(name), request.call().path(), kind.path());
    }

    private Reply create(ExportKind kind, Request request) {
        if (!request.call().header("content-type").orElse("").startsWith("application/json")) {
            throw new MarketoException("612", "Invalid Content Type");
        }
        ExportRequest asked = ExportRequest.read(kind, request.call().body());
        boolean byUpdate = asked.filter().has("updatedAt");
        boolean refused = byUpdate
                && firing(MarketoFault.UPDATED_AT_UNSUPPORTED_1035, kind, request)
                        .isPresent();
        ExportRequest complete = extraction.check(asked, !refused);
        refuseField(kind, request, complete);
        checkQuota(kind, request);
        Job job = queue.create(request.user(), complete, now());
        return request.envelope().success(List.of(job.shown()));
    }

    private void refuseField(ExportKind kind, Request request, ExportRequest asked) {
        firing(MarketoFault.INVALID_FIELDS_1003, kind, request)
                .map(Fault::field)
                .ifPresent(field -> {
                    if (asked.fields().contains(field)) {
                        throw new MarketoException("1003", "Invalid fields [" + field + "]");
                    }
                });
    }

    private void checkQuota(ExportKind kind, Request request) {
        quota.check(firing(MarketoFault.EXPORT_QUOTA_1029, kind, request).isPresent(), now());
    }

    private Reply enqueue(ExportKind kind, Request request) {
        Job job = own(kind, request);
        checkQuota(kind, request);
        if (firing(MarketoFault.QUEUE_FULL_1029, kind, request).isPresent()) {
            throw new MarketoException("1029", "Too many jobs in queue");
        }
        queue.enqueue(job, now());
        if (firing(MarketoFault.ALREADY_QUEUED_1029, kind, request).isPresent()) {
            throw new MarketoException("1029", "Job already queued");
        }
        return request.envelope().success(List.of(job.shown()));
    }

    private Reply status(ExportKind kind, Request request) {
        Job job = own(kind, request);
        Optional<Fault> fault =
                faults.firing(JobRunner.STATUS_FAULTS, request.call().path(), kind.path());
        if (fault.isPresent() && fault.get().name() == MarketoFault.JOB_EXPIRED) {
            queue.forget(job);
            throw unknown(job.id());
        }
        fault.ifPresent(happened -> JobRunner.end(job, (MarketoFault) happened.name(), now()));
        if (fault.isEmpty() || fault.get().name() != MarketoFault.JOB_STUCK) {
            queue.asked(now());
        }
        return request.envelope().success(List.of(job.told(now(), queue.runsByClock())));
    }

    private Reply cancel(ExportKind kind, Request request) {
        Job job = own(kind, request);
        if (job.status() == JobStatus.COMPLETED || job.status() == JobStatus.FAILED) {
            throw new MarketoException(
                    "1003", "Job can not be cancelled in status " + job.status().text());
        }
        job.cancel("Cancelled", now());
        return request.envelope().success(List.of(job.shown()));
    }

    private Reply file(ExportKind kind, Request request) {
        Job job = queue.find(request.path().get(0));
        boolean there = job != null
                && job.user().equals(request.user())
                && job.request().kind() == kind;
        return files.answer(there ? job : null, request, kind, now());
    }

    private Reply list(ExportKind kind, Request request) {
        Set<String> wanted = Set.copyOf(request.list("status"));
        List<Job> jobs = queue.all().stream()
                .filter(job ->
                        job.user().equals(request.user()) && job.request().kind() == kind)
                .filter(job -> !job.createdAt().isBefore(now().minus(LISTED)))
                .filter(job -> wanted.isEmpty() || wanted.contains(job.status().text()))
                .toList();
        int size = request.number("batchSize", PAGE, PAGE);
        int from = request.parameter("nextPageToken")
                .map(Request::number)
                .orElse(0L)
                .intValue();
        List<?> page = jobs.stream().skip(from).limit(size).map(Job::shown).toList();
        return from + size < jobs.size()
                ? request.envelope().reply(page, Map.of("nextPageToken", Integer.toString(from + size)))
                : request.envelope().success(page);
    }

    /** The job of the path; another user's is as if it were not there. */
    private Job own(ExportKind kind, Request request) {
        String id = request.path().get(0);
        Job job = queue.find(id);
        if (job == null || !job.user().equals(request.user()) || job.request().kind() != kind) {
            throw unknown(id);
        }
        return job;
    }

    private static MarketoException unknown(String id) {
        return new MarketoException("1013", "Export job " + id + " not found");
    }

    private Instant now() {
        return instance.now();
    }
}
