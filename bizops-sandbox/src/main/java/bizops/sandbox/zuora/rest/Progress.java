package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.ZuoraFault;
import bizops.sandbox.zuora.zoql.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How jobs go on from poll to poll: at the second they are done, or after a minute of the sandbox's clock. */
final class Progress {
    private static final Duration KEPT = Duration.ofDays(3);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);
    private static final int POLLS = 2;
    private static final int SEGMENTS = 3;

    private final Faults faults;
    private final FileStore files;

    Progress(Faults faults, FileStore files) {
        this.faults = faults;
        this.files = files;
    }

    void poll(BatchJob job, String path, Instant now) {
        if (!job.running()) {
            return;
        }
        Optional<ZuoraFault> fault = JobFaults.striking(
                faults,
                path,
                job.objects(),
                job.batches.stream().map(batch -> batch.window).toList());
        if (fault.isPresent()) {
            strike(job, fault.get());
            return;
        }
        job.polls++;
        if (job.polls >= POLLS || isOver(job, now)) {
            finish(job, path, now);
        } else {
            job.status = "executing";
            job.batches.forEach(batch -> batch.status = "executing");
        }
    }

    /** Ends a job that nobody polls once its time is over. */
    void catchUp(BatchJob job, String path, Instant now) {
        if (isOver(job, now)) {
            poll(job, path, now);
        }
    }

    private static boolean isOver(BatchJob job, Instant now) {
        return job.started.plus(LONGEST_RUN).isBefore(now);
    }

    private static void strike(BatchJob job, ZuoraFault fault) {
        switch (fault) {
            case JOB_STUCK -> job.status = "submitted";
            case JOB_ABORTED -> job.fail("aborted", null, "The job was aborted by the system (90007).");
            case JOB_ERROR_90022 -> job.fail("error", "90022", "An internal error occurred, please try again.");
            default -> job.fail("error", "90027", "The query ran for longer than the time limit.");
        }
    }

    private void finish(BatchJob job, String path, Instant now) {
        job.status = "completed";
        for (BatchJob.Batch batch : job.batches) {
            if (batch.message != null) {
                batch.status = "aborted";
                job.status = "aborted";
                continue;
            }
            batch.status = "completed";
            String object = batch.object();
            if (faults.firing(Set.of(ZuoraFault.BATCH_WITHOUT_FILE), path, object)
                    .isPresent()) {
                batch.count = 0;
                continue;
            }
            boolean segments =
                    faults.firing(Set.of(ZuoraFault.SEGMENTS), path, object).isPresent();
            batch.files = files(job, batch, segments ? SEGMENTS : 1, now.plus(KEPT));
            if (faults.firing(Set.of(ZuoraFault.WRONG_COUNT), path, object).isPresent()) {
                batch.count++;
            }
        }
    }

    private List<String> files(BatchJob job, BatchJob.Batch batch, int number, Instant until) {
        List<String> ids = new ArrayList<>();
        int size = batch.rows.size();
        for (int i = 0; i < number; i++) {
            List<Found> part = batch.rows.subList(size * i / number, size * (i + 1) / number);
            ResultFile file = new ResultFile(
                    files.newId(),
                    batch.object(),
                    job.request.path("format").asText("csv").toLowerCase(Locale.ROOT),
                    batch.layout,
                    part,
                    batch.window,
                    until);
            files.keep(file);
            ids.add(file.id());
        }
        return ids;
    }
}
