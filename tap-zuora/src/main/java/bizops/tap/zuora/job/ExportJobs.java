package bizops.tap.zuora.job;

import bizops.tap.zuora.query.ExportQuery;
import bizops.tap.zuora.rest.ApiException;
import bizops.tap.zuora.rest.Rest;
import bizops.tap.zuora.rest.ZuoraError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Data source exports: {@code POST /v1/object/export}, one query a job. Knows fewer objects and fields than AQuA and no
 * deleted rows.
 */
public final class ExportJobs implements QueryJobs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rest rest;

    public ExportJobs(Rest rest) {
        this.rest = rest;
    }

    @Override
    public String api() {
        return "REST";
    }

    @Override
    public int queriesPerJob() {
        return 1;
    }

    @Override
    public boolean tellsDeletions() {
        return false;
    }

    @Override
    public Duration keepsFiles() {
        return Duration.ofDays(7);
    }

    @Override
    public String text(ExportQuery query) {
        return query.zoql();
    }

    @Override
    public String submit(List<NamedQuery> queries) {
        NamedQuery query = queries.get(0);
        ObjectNode job = JSON.createObjectNode()
                .put("Format", "csv")
                .put("Name", query.name())
                .put("Query", text(query.query()))
                .put("Zip", false)
                .put("Encrypted", false);
        JsonNode reply = rest.post("/v1/object/export", job);
        String id = reply.path("Id").asText("");
        if (id.isEmpty()) {
            throw new ApiException(new ZuoraError(200, "", "the reply to an export names none: " + reply, ""));
        }
        return id;
    }

    /** The export's own name is the batch's: there is one. */
    @Override
    public JobStatus status(String job) {
        JsonNode reply = rest.get("/v1/object/export/" + job);
        String name = reply.path("Name").asText("");
        return switch (reply.path("Status").asText("").toLowerCase(Locale.ROOT)) {
            case "completed" -> {
                String file = reply.path("FileId").asText("");
                List<FileRef> files = file.isEmpty() ? List.of() : List.of(new FileRef(file, false));
                yield new JobStatus(true, List.of(BatchStatus.done(name, Optional.empty(), files)));
            }
            case "canceled", "cancelled" -> new JobStatus(true, List.of(BatchStatus.cancelled(name)));
            case "failed" -> {
                String why = reply.path("StatusReason").asText("the export failed and does not say why");
                yield new JobStatus(true, List.of(BatchStatus.failed(name, JobErrors.of("", why))));
            }
            default -> new JobStatus(false, List.of(BatchStatus.running(name)));
        };
    }

    /** There is no call that cancels an export. */
    @Override
    public void cancel(String job) {}
}
