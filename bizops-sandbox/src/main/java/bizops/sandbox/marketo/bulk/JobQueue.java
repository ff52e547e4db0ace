package bizops.sandbox.marketo.bulk;

import bizops.sandbox.marketo.wire.Limits;
import bizops.sandbox.marketo.wire.MarketoException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All jobs of the subscription, of all kinds and users: ten in the queue, of which two run. Jobs go on with every
 * question for a status (the second one finds a job completed), or with the clock. Owned by the org's lock.
 */
final class JobQueue {
    /** Runs a job to its end. */
    interface Runner {
        void run(Job job, Instant now);
    }

    private final Limits limits;
    private final Runner runner;
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    private int forgotten;

    JobQueue(Limits limits, Runner runner) {
        this.limits = limits;
        this.runner = runner;
    }

    Job create(String user, ExportRequest request, Instant now) {
        byte[] name = (request.kind() + "-" + (jobs.size() + forgotten)).getBytes(StandardCharsets.UTF_8);
        Job job = new Job(UUID.nameUUIDFromBytes(name).toString(), user, request, now);
        jobs.put(job.id(), job);
        return job;
    }

    @Nullable
    Job find(String id) {
        return jobs.get(id);
    }

    void forget(Job job) {
        jobs.remove(job.id());
        forgotten++;
    }

    List<Job> all() {
        return Collections.unmodifiableList(new ArrayList<>(jobs.values()));
    }

    void enqueue(Job job, Instant now) {
        if (job.status() != JobStatus.CREATED) {
            throw new MarketoException("1029", "Job already queued");
        }
        if (waiting().size() >= limits.get(Limits.QUEUE)) {
            throw new MarketoException("1029", "Too many jobs in queue");
        }
        job.queue(now);
    }

    private List<Job> waiting() {
        return jobs.values().stream().filter(job -> job.status().waits()).toList();
    }

    private List<Job> in(JobStatus status) {
        return jobs.values().stream().filter(job -> job.status() == status).toList();
    }

    /** Whether jobs go on with the clock rather than with questions. */
    boolean runsByClock() {
        return limits.get(Limits.JOB_SECONDS) > 0;
    }

    /** Somebody asked for a status: what ran is complete, what waited runs. */
    void asked(Instant now) {
        if (!runsByClock()) {
            in(JobStatus.PROCESSING).forEach(job -> runner.run(job, now));
            in(JobStatus.QUEUED).stream().limit(limits.get(Limits.PROCESSING)).forEach(job -> job.start(now));
        } else {
            goOn(now);
        }
    }

    /** Each job waits for a place, then runs for the seconds that the limits say. */
    private void goOn(Instant now) {
        for (Job job : waiting()) {
            Instant started = job.startedAt();
            if (started == null && in(JobStatus.PROCESSING).size() < limits.get(Limits.PROCESSING)) {
                Instant queued = job.queuedAt();
                job.start(queued == null ? now : queued);
                started = job.startedAt();
            }
            if (started != null
                    && !started.plusSeconds(limits.get(Limits.JOB_SECONDS)).isAfter(now)) {
                runner.run(job, started.plusSeconds(limits.get(Limits.JOB_SECONDS)));
            }
        }
    }
}
