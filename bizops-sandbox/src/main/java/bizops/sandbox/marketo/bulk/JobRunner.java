package bizops.sandbox.marketo.bulk;

import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.MarketoFault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;

/** Runs a job: gathers its rows, and writes the file once for its size and checksum. */
final class JobRunner {
    /** What may happen to a job while its status is asked for. */
    static final Set<FaultName> STATUS_FAULTS = Set.of(
            MarketoFault.JOB_STUCK,
            MarketoFault.JOB_FAILED,
            MarketoFault.JOB_CANCELLED,
            MarketoFault.JOB_CANCELED,
            MarketoFault.JOB_EXPIRED);

    private final Extraction extraction;
    private final Faults faults;

    JobRunner(Extraction extraction, Faults faults) {
        this.extraction = extraction;
        this.faults = faults;
    }

    void run(Job job, Instant now) {
        ExportRequest request = job.request();
        Extract rows = extraction.rows(request);
        if (fires(MarketoFault.ROWS_TWICE, job)) {
            rows = new Twice(rows);
        }
        ExportFile file = new ExportFile(
                request.header(),
                request.format().delimiter,
                fires(MarketoFault.QUOTED_NULL, job),
                fires(MarketoFault.UNKNOWN_ATTRIBUTE, job) ? new StrangeAttribute(rows) : rows);
        Job.Result result = measured(file);
        if (fires(MarketoFault.FILE_WRONG_CHECKSUM, job)) {
            result = result.told(result.size(), "0".repeat(result.checksum().length()));
        }
        if (fires(MarketoFault.FILE_WRONG_SIZE, job)) {
            result = result.told(result.size() + 1, result.checksum());
        }
        job.complete(result, now);
    }

    private boolean fires(MarketoFault name, Job job) {
        return faults.firing(
                        Set.of(name),
                        "/bulk/v1/" + job.request().kind().path(),
                        job.request().kind().path())
                .isPresent();
    }

    private static Job.Result measured(ExportFile file) {
        Measure measure = new Measure();
        try {
            file.writeTo(measure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Job.Result(file, measure.size, measure.size, HexFormat.of().formatHex(measure.digest.digest()));
    }

    /** Ends a job early as a fault says; one that is over stays as it is. */
    static void end(Job job, MarketoFault fault, Instant now) {
        if (!job.status().waits()) {
            return;
        }
        switch (fault) {
            case JOB_FAILED -> job.fail("Export job failed: internal error, please try again", now);
            case JOB_CANCELLED -> job.cancel("Cancelled", now);
            case JOB_CANCELED -> job.cancel("Canceled", now);
            default -> {}
        }
    }

    private static final class Measure extends OutputStream {
        private final MessageDigest digest = sha256();
        private long size;

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        @Override
        public void write(int oneByte) {
            digest.update((byte) oneByte);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
            size += length;
        }
    }
}
