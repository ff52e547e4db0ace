package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.ZuoraFault;
import bizops.sandbox.zuora.data.Tenant;
import bizops.sandbox.zuora.zoql.FieldAccess;
import bizops.sandbox.zuora.zoql.Found;
import bizops.sandbox.zuora.zoql.Statement;
import bizops.sandbox.zuora.zoql.ZoqlException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Checks a job's request and evaluates its queries, all on the tenant as it is now. */
final class Submission {
    private static final int MOST_QUERIES = 50;
    private static final int OLDEST_VERSION = 79;

    private final Tenant tenant;
    private final FieldAccess access;
    private final Settings settings;
    private final Faults faults;
    private final FileStore files;
    private final PartnerSessions sessions = new PartnerSessions();

    Submission(Tenant tenant, FieldAccess access, Settings settings, Faults faults, FileStore files) {
        this.tenant = tenant;
        this.access = access;
        this.settings = settings;
        this.faults = faults;
        this.files = files;
    }

    BatchJob job(JsonNode request, String path) {
        check(request);
        BatchJob job = new BatchJob(files.newId(), request, tenant.now());
        for (JsonNode query : request.path("queries")) {
            job.batches.add(batch(job, query, path));
        }
        faults.firingAmong(Set.of(ZuoraFault.SUBMIT_90022, ZuoraFault.SUBMIT_90028), path, job.objects())
                .ifPresent(fault -> {
                    throw fault.name() == ZuoraFault.SUBMIT_90022
                            ? new AquaException("90022", "An internal error occurred, please try again.")
                            : new AquaException("90028", "The limit of concurrent jobs is reached.");
                });
        sessions.moveTo(job);
        return job;
    }

    private static void check(JsonNode request) {
        JsonNode queries = request.path("queries");
        if (queries.isEmpty()) {
            throw new AquaException("90016", "There are no queries in the input.");
        }
        if (queries.size() > MOST_QUERIES) {
            throw new AquaException("90004", "A job takes at most " + MOST_QUERIES + " queries.");
        }
        PartnerSessions.check(request);
        if (!request.path("notifyUrl").asText("").isEmpty()) {
            throw new AquaException("90014", "The sandbox calls no notifyUrl: poll the job.");
        }
        if (!request.path("encrypted").asText("none").equals("none")) {
            throw new AquaException("90010", "The sandbox does not encrypt.");
        }
        if (!request.path("sourceData").asText("LIVE").equals("LIVE")) {
            throw new AquaException(
                    "90009",
                    "The tenant has no licence for "
                            + request.path("sourceData").asText());
        }
    }

    private BatchJob.Batch batch(BatchJob job, JsonNode query, String path) {
        String text = query.path("query").asText("");
        if (!query.path("type").asText("zoqlexport").equals("zoqlexport")) {
            throw AquaException.syntax("the sandbox takes queries of type zoqlexport only", text);
        }
        if (!query.path("convertToCurrencies").asText("").isEmpty()) {
            throw new AquaException("90021", "The tenant has no currency conversion: leave out convertToCurrencies.");
        }
        if (query.path("apiVersion").asDouble(OLDEST_VERSION) < OLDEST_VERSION) {
            throw AquaException.syntax("the sandbox answers apiVersion 79 and later", text);
        }
        JsonNode deleted = query.path("deleted");
        try {
            Statement statement = Statement.prepare(tenant, access, settings.zone(), text);
            checkDeleted(deleted, statement, PartnerSessions.isAskedFor(job.request));
            String failure = statement.failure();
            Share share = sessions.share(job.request, query, statement.type());
            List<Found> rows = failure == null
                    ? share.of(statement.run(job.started, deleted.isObject() && share.deletes()))
                    : List.of();
            return new BatchJob.Batch(
                    files.newId(),
                    query,
                    layout(job.request, deleted, statement, path),
                    rows,
                    statement.window(),
                    share.full(),
                    failure);
        } catch (ZoqlException e) {
            throw AquaException.syntax(String.valueOf(e.getMessage()), text);
        }
    }

    private static void checkDeleted(JsonNode deleted, Statement statement, boolean session) {
        if (deleted.isObject() && !session && !deleted.path("forceExport").asBoolean()) {
            throw new AquaException("90012", "Deleted rows in stateless mode need forceExport.");
        }
        if (deleted.isObject() && !statement.type().reportsDeletes()) {
            throw new AquaException(
                    "90017", "Deleted rows of " + statement.type().name() + " cannot be reported.");
        }
    }

    private CsvLayout layout(JsonNode request, JsonNode deleted, Statement statement, String path) {
        ZoneId zone = request.path("dateTimeUtc").asBoolean() ? ZoneOffset.UTC : settings.zone();
        Texts texts = new Texts(
                zone,
                "xx",
                !request.path("useQueryLabels").asBoolean(),
                request.path("nullReplacement").asText(""));
        Quirks quirks = new Quirks(faults, path, statement.type().name());
        return new CsvLayout(
                statement.type(),
                statement.columns(),
                quirks.texts(texts),
                deleted.isObject() ? deleted.path("column").asText("Deleted") : null,
                deleted.path("format").asText("").equalsIgnoreCase("Numeric"),
                quirks.found());
    }
}
