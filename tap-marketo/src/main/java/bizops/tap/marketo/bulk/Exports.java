package bizops.tap.marketo.bulk;

import bizops.singer.error.RemoteException;
import bizops.tap.marketo.rest.ErrorKind;
import bizops.tap.marketo.rest.MarketoException;
import bizops.tap.marketo.rest.Pause;
import bizops.tap.marketo.rest.Rest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The protocol of jobs: create, enqueue, wait, download. All kinds share one queue. Owned by the run's thread.
 */
public final class Exports {
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    private final Rest rest;
    private final ExportSettings settings;
    private final BulkBudget budget;
    private final Set<String> underWay = new HashSet<>();

    public Exports(Rest rest, ExportSettings settings) {
        this.rest = rest;
        this.settings = settings;
        this.budget = new BulkBudget(rest, settings.megabytesPerDay());
    }

    /** Whether one more job keeps to our share of the queue. */
    public boolean hasRoom() {
        return underWay.size() < settings.mostQueued();
    }

    /** Makes a job, which does not run yet; fields that the instance no longer has are left out once, with a warning. */
    public Job create(ExportRequest request) {
        budget.check();
        try {
            return created(request);
        } catch (MarketoException refused) {
            List<String> bad = BadFields.in(refused.error().message());
            ExportRequest fewer = request.without(bad);
            if (refused.kind() != ErrorKind.BAD_FIELDS
                    || fewer.fields().size() == request.fields().size()) {
                throw refused;
            }
            LOG.warn("the fields {} are gone from the instance since they were described; going on without them", bad);
            return created(fewer);
        }
    }

    /**
     * Puts the job into the queue.
     *
     * @param patient whether to wait for a place; otherwise a full queue leaves the job as it is
     * @return whether it is in the queue now
     */
    public boolean enqueue(Job job, boolean patient) {
        budget.check();
        long began = System.nanoTime();
        while (true) {
            try {
                rest.post(job.path("enqueue"), "{}");
                break;
            } catch (MarketoException refused) {
                if (refused.kind() == ErrorKind.ALREADY_QUEUED) {
                    break;
                }
                if (refused.kind() != ErrorKind.QUEUE_FULL) {
                    throw refused;
                }
                if (!patient) {
                    return false;
                }
                waitForPlace(began, refused);
            }
        }
        underWay.add(job.id());
        return true;
    }

    /**
     * Waits until the file can be fetched.
     *
     * @param atEachLook called between two looks; what it throws ends the wait
     * @throws ExportGoneException if the job failed, was cancelled or is not known
     */
    public ExportStatus await(Job job, Runnable atEachLook) throws ExportGoneException {
        long began = System.nanoTime();
        while (true) {
            ExportStatus status = status(job);
            if (status.isComplete()) {
                underWay.remove(job.id());
                return status;
            }
            if (status.isDead()) {
                underWay.remove(job.id());
                throw new ExportGoneException("job " + job.id() + " is " + status.word()
                        + (status.why().isEmpty() ? "" : ": " + status.why()));
            }
            if (status.isCreated()) {
                var unused = enqueue(job, true);
            }
            if (System.nanoTime() - began > settings.timeout().toNanos()) {
                throw RemoteException.tryLater(
                        "the export job " + job.id() + " is still " + status.word() + " after "
                                + settings.timeout().toSeconds()
                                + " s ('job_timeout'); its id is kept in the state: run again later",
                        null);
            }
            atEachLook.run();
            Pause.withJitter(settings.poll());
        }
    }

    /** Downloads and verifies the file of a job that is complete. */
    public ExportFile open(Job job, ExportStatus status) throws Exception {
        return new Download(rest, job, status, settings.quotedNullIsNull()).verified();
    }

    /** Counts a file; says whether it was so large that the next window should be smaller. */
    public boolean tooLarge(ExportStatus status) {
        return budget.tooLarge(status.bytes());
    }

    private Job created(ExportRequest request) {
        long began = System.nanoTime();
        while (true) {
            try {
                Map<String, @Nullable Object> job = rest.post(
                                "/bulk/v1/" + request.kind().path() + "/export/create.json", request.body())
                        .first()
                        .orElse(Map.of());
                if (!(job.get("exportId") instanceof String id)) {
                    throw RemoteException.tryLater("Marketo made an export job but does not tell its exportId", null);
                }
                return new Job(request.kind(), id, request.fields());
            } catch (MarketoException refused) {
                if (refused.kind() != ErrorKind.QUEUE_FULL) {
                    throw refused;
                }
                waitForPlace(began, refused);
            }
        }
    }

    private void waitForPlace(long began, MarketoException refused) {
        if (System.nanoTime() - began > settings.timeout().toNanos()) {
            throw RemoteException.tryLater(
                    "the queue of export jobs is full for " + settings.timeout().toSeconds()
                            + " s ('job_timeout'): run again later",
                    refused);
        }
        LOG.info("{}; waiting for a place", refused.error());
        Pause.withJitter(settings.poll());
    }

    private ExportStatus status(Job job) throws ExportGoneException {
        try {
            return ExportStatus.of(rest.get(job.path("status"), Map.of())
                    .first()
                    .orElseThrow(() -> new ExportGoneException("job " + job.id() + " is not known")));
        } catch (MarketoException refused) {
            if (refused.kind() == ErrorKind.ACCESS || refused.kind() == ErrorKind.FEATURE_OFF) {
                throw refused;
            }
            throw new ExportGoneException("job " + job.id() + " is not known any more (" + refused.error() + ")");
        }
    }
}
