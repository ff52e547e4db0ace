package bizops.dist.tapfaults;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.TransportFault;
import bizops.sandbox.fault.ZuoraFault;
import java.util.List;
import java.util.Random;

/** Where and how often Zuora's faults strike. */
final class ZuoraFaults {
    /**
     * Those that a tap with a catalog can meet and that pass, or that one stream alone has: not what describe gets wrong, nor
     * what an administrator has to set otherwise.
     */
    static final List<FaultName> ALL = List.of(
            ZuoraFault.TOKEN_EXPIRED,
            ZuoraFault.UNAUTHORIZED_401,
            ZuoraFault.FORBIDDEN_403,
            ZuoraFault.RATE_LIMIT_429,
            ZuoraFault.CONCURRENT_LIMIT_429,
            ZuoraFault.BARE_429,
            ZuoraFault.ERROR_500,
            ZuoraFault.BAD_GATEWAY_502,
            ZuoraFault.UNAVAILABLE_503,
            ZuoraFault.TIMEOUT_504,
            ZuoraFault.LOCKED_50,
            ZuoraFault.TEMPORARY_61,
            ZuoraFault.SHORT_TOKENS,
            ZuoraFault.CLOCK_SKEW,
            ZuoraFault.FIVE_JOBS,
            ZuoraFault.SUBMIT_90022,
            ZuoraFault.SUBMIT_90028,
            ZuoraFault.JOB_ABORTED,
            ZuoraFault.JOB_ERROR_90022,
            ZuoraFault.JOB_TOO_LONG_90027,
            ZuoraFault.BATCH_WITHOUT_FILE,
            ZuoraFault.SEGMENTS,
            ZuoraFault.WRONG_COUNT,
            ZuoraFault.FILE_PURGED,
            ZuoraFault.FILE_TOO_LARGE,
            ZuoraFault.FILE_CUT,
            ZuoraFault.GZIP_TRAILER_MISSING,
            ZuoraFault.UNREQUESTED_COLUMN,
            ZuoraFault.LOWER_CASE_HEADER,
            ZuoraFault.OFFSET_COLON,
            ZuoraFault.OFFSET_Z,
            ZuoraFault.NUL_IN_TEXT,
            ZuoraFault.FIELD_REJECTED,
            ZuoraFault.FIELD_HIDDEN,
            ZuoraFault.OBJECT_HIDDEN,
            ZuoraFault.LATE_COMMIT,
            TransportFault.CONNECTION_RESET,
            TransportFault.TRUNCATED_BODY,
            TransportFault.STALL);

    /** How long a transaction may run at the most: a little less than the overlap of two runs. */
    static final int LATEST_SECONDS = 7000;

    /** About as many requests as a run makes: a token, a job, some polls, and a file a stream. */
    private static final int REQUESTS = 12;

    private static final List<String> FIELDS =
            List.of("Account.Notes", "Subscription.Notes", "Invoice.Comments", "InvoiceItem.ChargeAmount");

    private static final int STALL_SECONDS = 3;

    private ZuoraFaults() {}

    static Fault drawn(FaultName name, List<String> streams, Random random) {
        Fault fault = Fault.of(name);
        if (name == ZuoraFault.LATE_COMMIT) {
            return fault.count(1 + random.nextInt(20)).seconds(random.nextInt(30, LATEST_SECONDS));
        }
        if (name.needs().contains("field")) {
            String field = FIELDS.get(random.nextInt(FIELDS.size()));
            int dot = field.indexOf('.');
            return fault.object(field.substring(0, dot)).field(field.substring(dot + 1));
        }
        if (name == ZuoraFault.OBJECT_HIDDEN) {
            return fault.object(streams.get(random.nextInt(streams.size())));
        }
        if (name.usualCount() == FaultName.ALWAYS) {
            return fault;
        }
        if (name == TransportFault.STALL) {
            return fault.at(1 + random.nextInt(REQUESTS)).seconds(STALL_SECONDS);
        }
        return fault.at(1 + random.nextInt(ofOneKind(name) ? 2 : REQUESTS)).seconds(1);
    }

    /** Whether it strikes jobs, or files, which are fewer than requests. */
    private static boolean ofOneKind(FaultName name) {
        return name.name().startsWith("JOB_") || name.name().startsWith("SUBMIT_");
    }
}
