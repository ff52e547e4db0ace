package bizops.dist.tapfaults;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.fault.TransportFault;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Where and how often Marketo's faults strike, and how a tap must end. */
final class MarketoFaults {
    /** All of them can be met in a run. */
    static final List<FaultName> ALL = Stream.<FaultName>concat(
                    Arrays.stream(MarketoFault.values()), Arrays.stream(TransportFault.values()))
            .toList();

    /** Those that pass: a tap gets over a few of them, one behind the other. */
    static final List<FaultName> PASSING = List.of(
            MarketoFault.TIMED_OUT_604,
            MarketoFault.RATE_LIMIT_606,
            MarketoFault.UNAVAILABLE_608,
            MarketoFault.SYSTEM_ERROR_611,
            MarketoFault.CONCURRENT_LIMIT_615,
            MarketoFault.TRANSIENT_713,
            MarketoFault.BAD_GATEWAY_502,
            MarketoFault.HTML_503,
            TransportFault.CONNECTION_RESET,
            TransportFault.TRUNCATED_BODY);

    private static final int FAILURE = 1;
    private static final int TRY_LATER = 75;

    /** Rights that the API user lacks are a stream's end. */
    private static final List<String> GUARDED = List.of(
            "/bulk/v1/leads",
            "/bulk/v1/activities",
            "/bulk/v1/program",
            "/rest/v1/activities",
            "/rest/v1/leads/describe",
            "/rest/v1/lists",
            "/rest/asset/v1/");

    private static final List<String> DELETIONS = List.of("/activities/deletedleads");
    private static final List<String> PAGED = List.of("/activities/deletedleads", "/v1/lists.json");
    private static final List<String> FIELDS = List.of("title", "company", "leadScore", "country");

    /** Fewer requests than any load makes. */
    private static final int REQUESTS = 40;
    /** Jobs that any load makes: leads, activities with merges, members of ten programs each. */
    private static final int JOBS = 5;
    /** Longer than the tap's patience. */
    private static final int STALL_SECONDS = 3;

    private MarketoFaults() {}

    /** The exit codes of a tap that the fault has struck. */
    static Set<Integer> ends(FaultName name) {
        if (!(name instanceof MarketoFault own)) {
            return Set.of(0);
        }
        return switch (own) {
            case ACCESS_DENIED_603, FORBIDDEN_403, IDENTITY_401, IDENTITY_WITHOUT_TOKEN -> Set.of(FAILURE);
            case DAILY_QUOTA_607, EXPORT_QUOTA_1029 -> Set.of(TRY_LATER);
            // The job that is asked for may be done already.
            case JOB_STUCK -> Set.of(0, TRY_LATER);
            // A job that an earlier load left is made again, one of this load is not.
            case FILE_WRONG_CHECKSUM, FILE_WRONG_SIZE -> Set.of(0, FAILURE);
            default -> Set.of(0);
        };
    }

    static List<Fault> drawn(FaultName name, Random random) {
        Fault fault = Fault.of(name);
        if (!(name instanceof MarketoFault own)) {
            return List.of(fault.at(1 + random.nextInt(REQUESTS)).seconds(STALL_SECONDS));
        }
        return switch (own) {
            case ACCESS_DENIED_603, FORBIDDEN_403 -> List.of(fault.path(one(GUARDED, random)));
            case IDENTITY_401,
                    IDENTITY_502,
                    IDENTITY_WITHOUT_TOKEN,
                    TOKEN_ALMOST_EXPIRED,
                    UPDATED_AT_UNSUPPORTED_1035,
                    ID_ABSENT,
                    LARGE_ID,
                    DELETION_TWICE,
                    OFFSET_DRIFT,
                    CAPITAL_TYPE_NAME -> List.of(fault);
            case INVALID_FIELDS_1003 -> List.of(fault.object("leads").field(one(FIELDS, random)));
            case UNKNOWN_ATTRIBUTE -> List.of(fault.object("activities"));
            case EXPORT_QUOTA_1029 -> List.of(atAJob(fault, random).path(one(List.of("create", "enqueue"), random)));
            case RANGE_IGNORED -> brokenOff(fault, 1 + random.nextInt(JOBS));
            case EMPTY_PAGES, RESULT_ABSENT, PAGE_TOKEN_REPEATED -> List.of(fault.path(one(DELETIONS, random)));
            case SHORT_PAGE -> List.of(fault.path(one(PAGED, random)));
            // The first page of lists has no token.
            case PAGE_TOKEN_EXPIRED -> List.of(fault.path(one(PAGED, random)).count(2));
            case QUEUE_FULL_1029,
                    ALREADY_QUEUED_1029,
                    JOB_STUCK,
                    JOB_FAILED,
                    JOB_CANCELLED,
                    JOB_CANCELED,
                    JOB_EXPIRED,
                    FILE_JSON_ERROR,
                    FILE_NOT_FOUND_404,
                    FILE_WRONG_CHECKSUM,
                    FILE_WRONG_SIZE,
                    FILE_TRICKLE,
                    ROWS_TWICE,
                    QUOTED_NULL -> List.of(atAJob(fault, random));
            default -> List.of(fault.at(1 + random.nextInt(REQUESTS)));
        };
    }

    private static Fault atAJob(Fault fault, Random random) {
        return fault.at(1 + random.nextInt(JOBS));
    }

    /** Only a download that breaks off asks for a part of the file. */
    private static List<Fault> brokenOff(Fault ignored, int file) {
        Fault cut = Fault.of(TransportFault.TRUNCATED_BODY).path("/file.json").at(file);
        return List.of(cut, ignored.at(file + 1));
    }

    private static String one(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
