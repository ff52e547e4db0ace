package bizops.sandbox.zuora.rest;

import bizops.sandbox.zuora.zoql.Found;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One AQuA job: it evaluates when it is submitted and is done after some polls. Owned by the company's lock. */
final class BatchJob {
    /** One query of the job with its answer. */
    static final class Batch {
        final String id;
        final JsonNode query;
        final CsvLayout layout;
        final List<Found> rows;
        final Duration window;
        /** Whether it was given all rows, not the changes since an earlier job. */
        final boolean full;

        String status = "pending";

        @Nullable
        String message;

        List<String> files = List.of();
        int count;

        Batch(
                String id,
                JsonNode query,
                CsvLayout layout,
                List<Found> rows,
                Duration window,
                boolean full,
                @Nullable String failure) {
            this.id = id;
            this.query = query;
            this.layout = layout;
            this.rows = rows;
            this.window = window;
            this.full = full;
            this.message = failure;
            this.count = rows.size();
        }

        String object() {
            return layout.type().name();
        }
    }

    final String id;
    final JsonNode request;
    final Instant started;
    final List<Batch> batches = new ArrayList<>();
    String status = "submitted";

    @Nullable
    String errorCode;

    int polls;

    BatchJob(String id, JsonNode request, Instant started) {
        this.id = id;
        this.request = request;
        this.started = started;
    }

    boolean running() {
        return status.equals("submitted") || status.equals("executing");
    }

    List<String> objects() {
        return batches.stream().map(Batch::object).toList();
    }

    /** Ends the job and all its queries without files. */
    void fail(String newStatus, @Nullable String code, String message) {
        status = newStatus;
        errorCode = code;
        for (Batch batch : batches) {
            batch.status = newStatus;
            batch.message = message;
        }
    }
}
