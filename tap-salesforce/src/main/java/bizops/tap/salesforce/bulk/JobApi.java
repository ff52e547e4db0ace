package bizops.tap.salesforce.bulk;

import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.ErrorKind;
import bizops.tap.salesforce.rest.Rest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of a Bulk 2.0 query job (Bulk API 2.0 guide, "Query Jobs"). Owned by one thread, but for downloads. */
final class JobApi implements JobService {
    private static final Logger LOG = LoggerFactory.getLogger(JobApi.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rest rest;
    private final BulkRead read;

    JobApi(Rest rest, BulkRead read) {
        this.rest = rest;
        this.read = read;
    }

    /**
     * Some pages of a complete job.
     *
     * @param pages their paths
     * @param next the path that tells more pages; empty when these are the last
     */
    record PageList(List<String> pages, Optional<String> next) {
        PageList {
            pages = List.copyOf(pages);
        }
    }

    @Override
    public String version() {
        return rest.version();
    }

    @Override
    public String create(List<String> columns) {
        String soql = read.query().unordered().selecting(columns).text();
        ObjectNode order = JSON.createObjectNode()
                .put("operation", "queryAll")
                .put("query", soql)
                .put("contentType", "CSV")
                .put("columnDelimiter", "COMMA")
                .put("lineEnding", "LF");
        return rest.post(path(""), order.toString(), JobApi::job).id();
    }

    @Override
    public BulkJob poll(String id) {
        return rest.get(path("/" + id), JobApi::job);
    }

    /** The first pages of the job. */
    PageList pagesOf(String id) {
        return pagesAt(path("/" + id + "/resultPages"));
    }

    /** The pages that a former list points to. */
    PageList pagesAt(String path) {
        return rest.get(path, JobApi::pageList);
    }

    /** Behind the last page the locator is empty. */
    @Override
    public Optional<Supplier<Optional<String>>> pages(String id, Optional<String> locator) {
        if (locator.filter(String::isEmpty).isPresent()) {
            return Optional.of(Optional::empty);
        }
        PagePaths paths = new PagePaths(this, id);
        return locator.isEmpty() || paths.goOnAt(locator.get()) ? Optional.of(paths) : Optional.empty();
    }

    @Override
    public ResultPage page(String path, List<String> columns) {
        return new PageDownload(rest, read.object().name(), columns).of(path);
    }

    /** One that cannot be ended is only spoken of. */
    @Override
    public void abort(String id) {
        tidy("abort", id, () -> rest.send("PATCH", path("/" + id), "{\"state\":\"Aborted\"}", body -> body.length));
    }

    /** Frees the storage of an ended job; the vendor does so itself after seven days. */
    @Override
    public void done(String id) {
        tidy("delete", id, () -> rest.send("DELETE", path("/" + id), "", body -> body.length));
    }

    private static void tidy(String what, String id, Runnable call) {
        try {
            call.run();
        } catch (ApiException refused) {
            if (refused.kind() == ErrorKind.QUOTA) {
                throw refused;
            }
            LOG.info("Bulk job {}: {} is refused: {}", id, what, refused.getMessage());
        }
    }

    private String path(String below) {
        return rest.versioned("jobs/query") + below;
    }

    private static BulkJob job(byte[] body) throws IOException {
        JsonNode job = object(body);
        String id = job.path("id").asText("");
        String state = job.path("state").asText("");
        if (id.isEmpty() || state.isEmpty()) {
            throw new IOException("the reply is no job: id or state is missing");
        }
        return new BulkJob(
                id,
                state,
                job.path("numberRecordsProcessed").asLong(0),
                job.path("errorMessage").asText("").strip());
    }

    private static PageList pageList(byte[] body) throws IOException {
        JsonNode reply = object(body);
        if (!reply.path("resultPages").isArray()) {
            throw new IOException("the reply has no resultPages");
        }
        List<String> pages = new ArrayList<>();
        reply.path("resultPages")
                .forEach(page -> pages.add(page.path("resultUrl").asText()));
        String next =
                reply.path("nextRecordsUrl").asText(reply.path("nextRecordUrl").asText(""));
        boolean last = reply.path("done").asBoolean(next.isEmpty()) || next.isEmpty() || next.equals("null");
        return new PageList(pages, last ? Optional.empty() : Optional.of(next));
    }

    private static JsonNode object(byte[] body) throws IOException {
        JsonNode tree = JSON.readTree(body);
        if (!tree.isObject()) {
            throw new IOException("the reply is no JSON object");
        }
        return tree;
    }
}
