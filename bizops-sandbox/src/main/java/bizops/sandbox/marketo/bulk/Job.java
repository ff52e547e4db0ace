package bizops.sandbox.marketo.bulk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A job of one API user; owned by the org's lock. */
final class Job {
    private static final int STALE_SECONDS = 60;

    private final String id;
    private final String user;
    private final ExportRequest request;
    private final Instant createdAt;
    private JobStatus status = JobStatus.CREATED;
    private String cancelledWord = JobStatus.CANCELLED.text();
    private @Nullable Instant queuedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Result result;
    private @Nullable String error;
    private @Nullable Told told;

    private record Told(Instant at, Map<String, Object> shown) {}

    /** What a completed job has: its file of a length, and the size and checksum that its status tells. */
    record Result(ExportFile file, long length, long size, String checksum) {
        /** The same file with another size or checksum told. */
        Result told(long otherSize, String otherChecksum) {
            return new Result(file, length, otherSize, otherChecksum);
        }
    }

    Job(String id, String user, ExportRequest request, Instant now) {
        this.id = id;
        this.user = user;
        this.request = request;
        this.createdAt = now;
    }

    String id() {
        return id;
    }

    String user() {
        return user;
    }

    ExportRequest request() {
        return request;
    }

    Instant createdAt() {
        return createdAt;
    }

    JobStatus status() {
        return status;
    }

    @Nullable
    Instant queuedAt() {
        return queuedAt;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    @Nullable
    Result result() {
        return result;
    }

    void queue(Instant now) {
        status = JobStatus.QUEUED;
        queuedAt = now;
    }

    void start(Instant now) {
        status = JobStatus.PROCESSING;
        startedAt = now;
    }

    void complete(Result done, Instant now) {
        status = JobStatus.COMPLETED;
        result = done;
        finishedAt = now;
    }

    void fail(String message, Instant now) {
        status = JobStatus.FAILED;
        error = message;
        finishedAt = now;
    }

    /** @param word how the answer spells it */
    void cancel(String word, Instant now) {
        status = JobStatus.CANCELLED;
        cancelledWord = word;
        finishedAt = now;
    }

    /** The job as its status tells it: by the clock the answer is up to a minute old. */
    Map<String, Object> told(Instant now, boolean byClock) {
        Told last = told;
        if (!byClock || last == null || !last.at().plusSeconds(STALE_SECONDS).isAfter(now)) {
            last = new Told(now, shown());
            told = last;
        }
        return last.shown();
    }

    /** The job as create, enqueue, status, cancel and list show it. */
    Map<String, Object> shown() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("exportId", id);
        shown.put("format", request.format().name());
        shown.put("status", status == JobStatus.CANCELLED ? cancelledWord : status.text());
        shown.put("createdAt", createdAt);
        shown.put("queuedAt", queuedAt);
        shown.put("startedAt", startedAt);
        shown.put("finishedAt", finishedAt);
        Result done = result;
        if (done != null) {
            shown.put("numberOfRecords", done.file().rows().size());
            shown.put("fileSize", done.size());
            shown.put("fileChecksum", "sha256:" + done.checksum());
        }
        shown.put("errorMsg", error);
        Map<String, Object> present = new LinkedHashMap<>();
        shown.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }
}
