package bizops.tap.salesforce.bulk;

import bizops.tap.salesforce.discover.PkChunking;
import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.ErrorKind;
import bizops.tap.salesforce.rest.Rest;
import bizops.tap.salesforce.rest.XmlRecords;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of a Bulk v1 query job (Bulk API guide, "Bulk Query" and "PK Chunking"): one batch, which the server splits
 * by ids where the object allows it. Owned by one thread, but for downloads.
 */
final class AsyncApi implements JobService {
    private static final Logger LOG = LoggerFactory.getLogger(AsyncApi.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json; charset=UTF-8";

    private final Rest rest;
    private final BulkRead read;
    private final int chunkSize;
    private List<Batch> batches = List.of();

    AsyncApi(Rest rest, BulkRead read, int chunkSize) {
        this.rest = rest;
        this.read = read;
        this.chunkSize = chunkSize;
    }

    /** A batch as a poll tells it. */
    private record Batch(String id, String state, String message, long processed) {
        boolean running() {
            return state.equals("Queued") || state.equals("InProgress");
        }

        static Batch of(Map<String, String> xml) {
            String processed = xml.getOrDefault("numberRecordsProcessed", "0");
            return new Batch(
                    xml.getOrDefault("id", ""),
                    xml.getOrDefault("state", ""),
                    xml.getOrDefault("stateMessage", ""),
                    processed.matches("\\d{1,18}") ? Long.parseLong(processed) : 0);
        }
    }

    @Override
    public String version() {
        return "async-" + rest.version();
    }

    @Override
    public String create(List<String> columns) {
        ObjectNode order = JSON.createObjectNode()
                .put("operation", "queryAll")
                .put("object", read.object().name())
                .put("contentType", "CSV")
                .put("concurrencyMode", "Parallel");
        Map<String, String> chunking =
                chunked() ? Map.of("Sforce-Enable-PKChunking", "chunkSize=" + chunkSize) : Map.of();
        String job = rest.post(rest.async("job"), JSON_TYPE, order.toString(), chunking, AsyncApi::id);
        String soql = read.query().unordered().selecting(columns).text();
        var unused = rest.post(
                path(job) + "/batch",
                "text/csv; charset=UTF-8",
                soql,
                Map.of(),
                body -> XmlRecords.of(body, "batchInfo", "batchInfo"));
        return job;
    }

    /**
     * With chunking the first batch ends as NotProcessed, which says that the split succeeded, and others take its place.
     * One failed batch is a failed job: what the others hold is not all.
     */
    @Override
    public BulkJob poll(String job) {
        batches = rest.get(path(job) + "/batch", body -> XmlRecords.of(body, "batchInfoList", "batchInfo")).stream()
                .map(Batch::of)
                .sorted(Comparator.comparing(Batch::id))
                .toList();
        long processed = batches.stream().mapToLong(Batch::processed).sum();
        Optional<Batch> failed = batches.stream()
                .filter(batch -> !batch.running() && !batch.state().equals("Completed"))
                .filter(batch -> !(chunked() && batch.state().equals("NotProcessed")))
                .findFirst();
        if (failed.isPresent()) {
            return new BulkJob(
                    job, failed.get().state(), processed, failed.get().message());
        }
        boolean running = batches.isEmpty() || batches.stream().anyMatch(Batch::running);
        boolean split = batches.size() == 1 && batches.get(0).state().equals("NotProcessed");
        return new BulkJob(job, running || split ? "InProgress" : "JobComplete", processed, "");
    }

    @Override
    public void abort(String job) {
        end(job, "Aborted");
    }

    @Override
    public void done(String job) {
        end(job, "Closed");
    }

    @Override
    public Optional<Supplier<Optional<String>>> pages(String job, Optional<String> locator) {
        List<String> paths = new ArrayList<>();
        for (Batch batch : batches) {
            if (batch.state().equals("Completed")) {
                String results = path(job) + "/batch/" + batch.id() + "/result";
                rest.get(results, body -> XmlRecords.texts(body, "result-list", "result"))
                        .forEach(result -> paths.add(results + "/" + result));
            }
        }
        int from = locator.map(last -> paths.indexOf(last) + 1).orElse(0);
        if (locator.isPresent() && from == 0) {
            return Optional.empty();
        }
        var left = paths.subList(from, paths.size()).iterator();
        return Optional.of(() -> left.hasNext() ? Optional.of(left.next()) : Optional.empty());
    }

    /** A file tells nothing of the next one: the position behind it is its own path. */
    @Override
    public ResultPage page(String path, List<String> columns) {
        ResultPage page = new PageDownload(rest, read.object().name(), columns).of(path);
        return new ResultPage(page.file(), page.rows(), page.hasHeader(), path);
    }

    private boolean chunked() {
        return PkChunking.knows(read.object().name());
    }

    private void end(String job, String state) {
        try {
            String body = JSON.createObjectNode().put("state", state).toString();
            rest.post(path(job), JSON_TYPE, body, Map.of(), bytes -> bytes.length);
        } catch (ApiException refused) {
            if (refused.kind() == ErrorKind.QUOTA) {
                throw refused;
            }
            LOG.info("Bulk job {} cannot be {}: {}", job, state, refused.getMessage());
        }
    }

    private String path(String job) {
        return rest.async("job/") + job;
    }

    private static String id(byte[] body) throws IOException {
        JsonNode id = JSON.readTree(body).path("id");
        if (!id.isTextual()) {
            throw new IOException("the reply is no job: id is missing");
        }
        return id.asText();
    }
}
