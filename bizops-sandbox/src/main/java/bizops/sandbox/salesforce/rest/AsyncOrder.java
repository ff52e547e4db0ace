package bizops.sandbox.salesforce.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.http.Call;
import bizops.sandbox.salesforce.bulk.AsyncBatch;
import bizops.sandbox.salesforce.bulk.AsyncJob;
import bizops.sandbox.salesforce.bulk.PkChunks;
import bizops.sandbox.salesforce.bulk.ResultSet;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.soql.FieldAccess;
import bizops.sandbox.salesforce.soql.SoqlException;
import bizops.sandbox.salesforce.soql.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a client orders from the Bulk API v1: jobs as JSON or XML, batches as SOQL text. */
final class AsyncOrder {
    private static final Pattern CHUNK_SIZE = Pattern.compile("chunkSize\\s*=\\s*(\\d{1,7})", Pattern.CASE_INSENSITIVE);
    private static final int USUAL_CHUNK = 100_000;
    private static final int LARGEST_CHUNK = 250_000;
    private static final String FAILURE =
            "InvalidBatch : Failed to process query: QUERY_TIMEOUT: Your query request was running for too long.";

    private final Org org;
    private final FieldAccess access;
    private final Faults faults;

    AsyncOrder(Org org, FieldAccess access, Faults faults) {
        this.org = org;
        this.access = access;
        this.faults = faults;
    }

    AsyncJob.Order job(Call call, String version) {
        JsonNode json = AsyncFormat.isJson(call) ? Json.read(call.body()) : null;
        String operation = member(call, json, "operation");
        String object = member(call, json, "object");
        String contentType = member(call, json, "contentType");
        if (!Set.of("query", "queryAll").contains(operation)
                || !Set.of("CSV", "JSON").contains(contentType)) {
            throw new AsyncException(
                    "InvalidJob",
                    "the sandbox emulates jobs with operation query or queryAll and contentType CSV or JSON");
        }
        if (org.schema().object(object).filter(access::sees).isEmpty()) {
            throw new AsyncException("InvalidJob", "Unable to find object: " + object);
        }
        return new AsyncJob.Order(operation, object, contentType, version, chunkSize(call));
    }

    /** The work of a posted query; one that cannot run makes a batch that fails. */
    AsyncBatch.Work work(Call call, AsyncJob job) {
        try {
            Statement statement = BulkOrder.statement(org, access, call.body());
            String object = statement.type().name();
            if (!object.equalsIgnoreCase(job.order().object())) {
                return AsyncBatch.Work.failing(
                        "InvalidBatch : Failed to process query: INVALID_TYPE_FOR_OPERATION: The root entity of the"
                                + " requested query (" + object + ") does not match the entity of the requested Bulk"
                                + " API Job (" + job.order().object() + ").");
            }
            if (job.order().chunkSize() == 0) {
                boolean all = job.order().all();
                return failing(call, object, AsyncBatch.Work.query(() -> ResultSet.of(statement, all, 1)));
            }
            if (statement.isOrderedOrLimited()) {
                return AsyncBatch.Work.failing("InvalidBatch : PK chunking takes a WHERE clause only");
            }
            List<AsyncBatch.Work> chunks = PkChunks.of(
                            statement, job.order().all(), job.order().chunkSize())
                    .stream()
                    .map(chunk -> failing(call, object, chunk))
                    .toList();
            return AsyncBatch.Work.split(chunks);
        } catch (SoqlException refused) {
            return AsyncBatch.Work.failing("InvalidBatch : Failed to process query: " + refused.code() + ": "
                    + Objects.requireNonNull(refused.getMessage()).strip());
        } catch (ApiException refused) {
            return AsyncBatch.Work.failing(
                    "InvalidBatch : Failed to process query: FUNCTIONALITY_NOT_ENABLED: " + refused.getMessage());
        }
    }

    private AsyncBatch.Work failing(Call call, String object, AsyncBatch.Work otherwise) {
        return faults.firing(Set.of(SalesforceFault.BULK_BATCH_FAILED), call.path(), object)
                .map(fault -> AsyncBatch.Work.failing(fault.message() == null ? FAILURE : fault.message()))
                .orElse(otherwise);
    }

    private static String member(Call call, @Nullable JsonNode json, String name) {
        if (json != null) {
            return json.path(name).asText();
        }
        Matcher element =
                Pattern.compile("<" + name + ">\\s*([^<]*?)\\s*</" + name + ">").matcher(call.body());
        if (!call.body().contains("<jobInfo")) {
            throw new AsyncException("InvalidXML", "Unable to parse the request");
        }
        return element.find() ? element.group(1) : "";
    }

    private static int chunkSize(Call call) {
        String header = call.header("sforce-enable-pkchunking").orElse("false");
        if (header.strip().equalsIgnoreCase("false")) {
            return 0;
        }
        Matcher size = CHUNK_SIZE.matcher(header);
        int chunk = size.find() ? Integer.parseInt(size.group(1)) : USUAL_CHUNK;
        if (chunk < 1 || chunk > LARGEST_CHUNK) {
            throw new AsyncException("ClientInputError", "chunkSize must be from 1 to " + LARGEST_CHUNK);
        }
        return chunk;
    }
}
