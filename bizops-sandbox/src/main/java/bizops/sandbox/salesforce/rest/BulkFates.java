package bizops.sandbox.salesforce.rest;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.salesforce.bulk.QueryJob;
import java.time.Instant;
import java.util.Set;

/** What the armed faults do to Bulk 2.0 jobs. Bodies: Bulk API 2.0 guide and the error table of the vendor notes. */
final class BulkFates {
    private static final Set<FaultName> REFUSALS = Set.of(
            SalesforceFault.BULK_JOB_LIMIT,
            SalesforceFault.BULK_STORAGE_LIMIT,
            SalesforceFault.BULK_REFUSED,
            SalesforceFault.BULK_DISABLED);
    private static final Set<FaultName> FATES = Set.of(
            SalesforceFault.BULK_JOB_SLOW,
            SalesforceFault.BULK_JOB_STUCK,
            SalesforceFault.BULK_JOB_FAILED,
            SalesforceFault.BULK_JOB_ABORTED);
    private static final String FAILURE =
            "InvalidBatch : Failed to process query: QUERY_TIMEOUT: Your query request was running for too long.";
    private static final int SLOW_SECONDS = 600;

    private final Faults faults;

    BulkFates(Faults faults) {
        this.faults = faults;
    }

    /** Refuses the creation of a job where a fault says so. */
    void refuseCreation(String path, String object) {
        faults.firing(REFUSALS, path, object).ifPresent(fault -> {
            throw refusal((SalesforceFault) fault.name(), object);
        });
    }

    private static ApiException refusal(SalesforceFault fault, String object) {
        return switch (fault) {
            case BULK_JOB_LIMIT ->
                new ApiException(
                        400, "LIMIT_EXCEEDED", "Max bulk v2 query jobs (10000) per 24 hrs has been reached (10021).");
            case BULK_STORAGE_LIMIT ->
                new ApiException(
                        400,
                        "LIMIT_EXCEEDED",
                        "Max bulk v2 query result size stored (1000000000) kb per 24 hrs has been exceeded");
            case BULK_DISABLED ->
                new ApiException(403, "API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization.");
            default ->
                new ApiException(400, "INVALIDENTITY", "Entity '" + object + "' is not supported by the Bulk API.");
        };
    }

    /** How a job that is created now is going to end. */
    QueryJob.Fate fate(String path, String object, Instant now) {
        return faults.firing(FATES, path, object).map(fault -> fate(fault, now)).orElse(QueryJob.Fate.USUAL);
    }

    private static QueryJob.Fate fate(Fault fault, Instant now) {
        String message = fault.message() == null ? FAILURE : fault.message();
        return switch ((SalesforceFault) fault.name()) {
            case BULK_JOB_SLOW ->
                new QueryJob.Fate(
                        now.plusSeconds(fault.seconds() > 0 ? fault.seconds() : SLOW_SECONDS), false, null, false);
            case BULK_JOB_STUCK -> new QueryJob.Fate(null, true, null, false);
            case BULK_JOB_FAILED -> new QueryJob.Fate(null, false, message, false);
            default -> new QueryJob.Fate(null, false, null, true);
        };
    }

    /** Whether the job is to be gone. */
    boolean expired(String path, String object) {
        return faults.firing(Set.of(SalesforceFault.BULK_JOB_EXPIRED), path, object)
                .isPresent();
    }

    /** Rows that a page holds at most; {@code usual} without a fault. */
    int pageRows(String path, String object, int usual) {
        return faults.firing(Set.of(SalesforceFault.BULK_SMALL_PAGES), path, object)
                .map(fault -> Math.min(usual, fault.rows() > 0 ? fault.rows() : 100))
                .orElse(usual);
    }

    /** Rows at the end of a page that are left out though they are counted. */
    int rowsMissing(String path, String object) {
        return faults.firing(Set.of(SalesforceFault.BULK_ROWS_MISSING), path, object)
                .map(fault -> Math.max(1, fault.rows()))
                .orElse(0);
    }
}
