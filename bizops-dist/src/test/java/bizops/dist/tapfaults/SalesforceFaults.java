package bizops.dist.tapfaults;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.fault.TransportFault;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Where and how often Salesforce's faults strike. */
final class SalesforceFaults {
    /** Those that can be met in a run. */
    static final List<FaultName> ALL = List.of(
            SalesforceFault.SESSION_EXPIRED,
            SalesforceFault.SESSION_REFUSED,
            SalesforceFault.REFRESH_ROTATION,
            SalesforceFault.UNAVAILABLE_503,
            SalesforceFault.BAD_GATEWAY_502,
            SalesforceFault.ERROR_500,
            SalesforceFault.EDGE_420,
            SalesforceFault.TOO_MANY_429,
            SalesforceFault.EMPTY_406,
            SalesforceFault.HTML_200,
            SalesforceFault.QUOTA_REACHED,
            SalesforceFault.CONCURRENT_LIMIT,
            SalesforceFault.QUERY_TIMEOUT,
            SalesforceFault.INVALID_LOCATOR,
            SalesforceFault.FIELD_HIDDEN,
            SalesforceFault.OBJECT_HIDDEN,
            SalesforceFault.LATE_COMMIT,
            SalesforceFault.SOAP_LOGIN_OFF,
            SalesforceFault.DELETION_LOG_PURGED,
            SalesforceFault.BULK_JOB_SLOW,
            SalesforceFault.BULK_JOB_STUCK,
            SalesforceFault.BULK_JOB_FAILED,
            SalesforceFault.BULK_JOB_ABORTED,
            SalesforceFault.BULK_JOB_EXPIRED,
            SalesforceFault.BULK_JOB_LIMIT,
            SalesforceFault.BULK_STORAGE_LIMIT,
            SalesforceFault.BULK_REFUSED,
            SalesforceFault.BULK_DISABLED,
            SalesforceFault.BULK_SMALL_PAGES,
            SalesforceFault.BULK_ROWS_MISSING,
            SalesforceFault.BULK_BATCH_FAILED,
            TransportFault.CONNECTION_RESET,
            TransportFault.TRUNCATED_BODY,
            TransportFault.STALL);

    static final Map<FaultName, String> LEFT_OUT = Map.of(
            SalesforceFault.LIMIT_INFO_LAGS,
            "no load comes near its share of the quota; tap-salesforce's QuotaTest has loads that do",
            SalesforceFault.LIMIT_INFO_PER_APP,
            "no load comes near its share of the quota; tap-salesforce's QuotaTest has loads that do",
            SalesforceFault.PASSWORD_FLOW_ON,
            "it opens a way to log in and spoils nothing; while it is not armed no load that goes this way can end well");

    /** About as many requests as a first load makes. */
    private static final int REQUESTS = 32;
    /** How many of them ask for one thing. */
    private static final Map<String, Integer> PATHS =
            Map.of("/queryAll", 10, "/updated", 10, "/deleted", 10, "/composite", 1, "/query/", 2);

    private static final List<String> PATH_NAMES =
            PATHS.keySet().stream().sorted().toList();
    /** What a log-in can meet too, and has to get over. */
    private static final Set<FaultName> AT_LOGIN = Set.of(
            SalesforceFault.UNAVAILABLE_503,
            SalesforceFault.BAD_GATEWAY_502,
            SalesforceFault.TOO_MANY_429,
            TransportFault.CONNECTION_RESET,
            TransportFault.TRUNCATED_BODY,
            TransportFault.STALL);

    private static final List<String> FIELDS =
            List.of("Lead.Title", "Lead.Company", "Contact.Email", "Account.Industry", "Opportunity.Amount");

    /** How long a transaction may run at the most. */
    static final int LATEST_SECONDS = 5400;

    private static final int DAY = 86_400;
    private static final int HOUR = 3600;
    /** Jobs of Bulk 2.0 or v1 that any load makes. */
    private static final int JOBS = 8;
    /** Longer than the tap's patience. */
    private static final int STALL_SECONDS = 3;

    private SalesforceFaults() {}

    static List<Fault> drawn(FaultName name, List<String> streams, Random random) {
        if (name == SalesforceFault.REFRESH_ROTATION) {
            // Sessions that end make the tap show its token again; a request that meets two of them is refused for
            // good.
            Fault ended = Fault.of(SalesforceFault.SESSION_EXPIRED);
            int first = 1 + random.nextInt(REQUESTS);
            return List.of(Fault.of(name), ended.at(first), ended.at(first + 2 + random.nextInt(REQUESTS)));
        }
        return List.of(one(name, streams, random));
    }

    private static Fault one(FaultName name, List<String> streams, Random random) {
        Fault fault = Fault.of(name);
        if (name instanceof SalesforceFault own) {
            switch (own) {
                case SOAP_LOGIN_OFF, BULK_DISABLED -> {
                    return fault;
                }
                case DELETION_LOG_PURGED -> {
                    return fault.seconds(HOUR + random.nextInt(DAY));
                }
                case BULK_SMALL_PAGES -> {
                    return fault.rows(40 + random.nextInt(100));
                }
                case BULK_JOB_SLOW -> {
                    return fault.at(1 + random.nextInt(JOBS)).seconds(1 + random.nextInt(HOUR));
                }
                case BULK_JOB_EXPIRED -> {
                    return fault.path(random.nextBoolean() ? "/results" : "/jobs/query/")
                            .at(1 + random.nextInt(JOBS))
                            .count(1 + random.nextInt(2));
                }
                case BULK_JOB_LIMIT, BULK_STORAGE_LIMIT, BULK_REFUSED -> {
                    return random.nextBoolean()
                            ? fault.at(1 + random.nextInt(JOBS))
                            : fault.object(streams.get(random.nextInt(streams.size())));
                }
                case BULK_JOB_STUCK, BULK_JOB_FAILED, BULK_JOB_ABORTED, BULK_ROWS_MISSING, BULK_BATCH_FAILED -> {
                    return fault.at(1 + random.nextInt(JOBS)).count(1 + random.nextInt(2));
                }
                case FIELD_HIDDEN -> {
                    String field = FIELDS.get(random.nextInt(FIELDS.size()));
                    int dot = field.indexOf('.');
                    return fault.object(field.substring(0, dot)).field(field.substring(dot + 1));
                }
                case OBJECT_HIDDEN -> {
                    return fault.object(streams.get(random.nextInt(streams.size())));
                }
                case LATE_COMMIT -> {
                    return fault.count(1 + random.nextInt(20)).seconds(random.nextInt(30, LATEST_SECONDS));
                }
                case QUERY_TIMEOUT -> {
                    return fault.object(streams.get(random.nextInt(streams.size())))
                            .seconds((200 + random.nextInt(2000)) * DAY);
                }
                case INVALID_LOCATOR -> {
                    return fault.at(1 + random.nextInt(2)).count(1 + random.nextInt(2));
                }
                case QUOTA_REACHED, SESSION_REFUSED -> {
                    return fault.at(2 + random.nextInt(REQUESTS));
                }
                case SESSION_EXPIRED, CONCURRENT_LIMIT -> {
                    return somewhere(fault, random);
                }
                default -> {
                    return somewhere(fault, random).count(1 + random.nextInt(2));
                }
            }
        }
        return somewhere(fault, random).seconds(STALL_SECONDS);
    }

    private static Fault somewhere(Fault fault, Random random) {
        int place = random.nextInt(4);
        if (place == 0 && AT_LOGIN.contains(fault.name())) {
            return fault.path("/oauth2/token");
        }
        if (place == 1) {
            String path = PATH_NAMES.get(random.nextInt(PATH_NAMES.size()));
            return fault.path(path).at(1 + random.nextInt(PATHS.getOrDefault(path, 1)));
        }
        return fault.at(1 + random.nextInt(REQUESTS));
    }
}
