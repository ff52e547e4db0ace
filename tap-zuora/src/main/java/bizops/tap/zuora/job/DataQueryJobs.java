package bizops.tap.zuora.job;

import bizops.tap.zuora.query.ExportQuery;
import bizops.tap.zuora.query.Sql;
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
 * Data Query: {@code POST /query/jobs}, one SQL query a job, for objects that exports lack. Zuora advises against it for
 * large copies; its results lie at a signed address that soon ends.
 */
public final class DataQueryJobs implements QueryJobs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rest rest;

    public DataQueryJobs(Rest rest) {
        this.rest = rest;
    }

    @Override
    public String api() {
        return "DATA_QUERY";
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
        return Duration.ofHours(1);
    }

    @Override
    public String text(ExportQuery query) {
        return Sql.of(query);
    }

    @Override
    public String submit(List<NamedQuery> queries) {
        return submit(text(queries.get(0).query()));
    }

    /** Starts any statement, such as {@code DESCRIBE}. */
    public String submit(String sql) {
        ObjectNode job = JSON.createObjectNode()
                .put("query", sql)
                .put("outputFormat", "CSV")
                .put("compression", "GZIP")
                .put("sourceData", "LIVE");
        job.putObject("output").put("target", "S3");
        String id = rest.post("/query/jobs", job).path("data").path("id").asText("");
        if (id.isEmpty()) {
            throw new ApiException(new ZuoraError(200, "", "the reply to a data query names no job", ""));
        }
        return id;
    }

    /** A job has one query, which goes by the empty name. */
    @Override
    public JobStatus status(String job) {
        JsonNode data = rest.get("/query/jobs/" + job).path("data");
        return switch (data.path("queryStatus").asText("").toLowerCase(Locale.ROOT)) {
            case "completed" -> {
                String file = data.path("dataFile").asText("");
                List<FileRef> files = file.isEmpty() ? List.of() : List.of(new FileRef(file, true));
                Optional<Long> rows = data.path("outputRows").canConvertToLong()
                        ? Optional.of(data.path("outputRows").asLong())
                        : Optional.empty();
                yield new JobStatus(true, List.of(BatchStatus.done("", rows, files)));
            }
            case "cancelled", "canceled" -> new JobStatus(true, List.of(BatchStatus.cancelled("")));
            case "failed" -> {
                ZuoraError error = JobErrors.of(
                        data.path("errorCode").asText(""),
                        data.path("errorMessage").asText("the data query failed"));
                yield new JobStatus(true, List.of(BatchStatus.failed("", error)));
            }
            default -> new JobStatus(false, List.of(BatchStatus.running("")));
        };
    }

    @Override
    public void cancel(String job) {
        rest.delete("/query/jobs/" + job);
    }
}
