package bizops.dist.tapfaults;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.TransportFault;
import bizops.sandbox.fault.ZuoraFault;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Where and how often Zuora's faults strike. */
final class ZuoraFaults {
    /** All of them can be met in a run. */
    static final List<FaultName> ALL = Stream.<FaultName>concat(
                    Arrays.stream(ZuoraFault.values()), Arrays.stream(TransportFault.values()))
            .toList();

    /** They spoil descriptions, which a tap asks for only where another tap wrote the catalog. */
    static final Set<FaultName> OF_DESCRIPTIONS = Set.of(
            ZuoraFault.DESCRIBE_WITHOUT_RELATED,
            ZuoraFault.DESCRIBE_WITHOUT_CONTEXTS,
            ZuoraFault.DESCRIBE_RELATED_FIRST,
            ZuoraFault.FIELD_STRANGE);

    /** Those that only people can mend; a query without a file is how Zuora skips an object that the user may not see. */
    private static final Set<FaultName> FATAL =
            Set.of(ZuoraFault.OBJECT_HIDDEN, ZuoraFault.LABEL_HEADER, ZuoraFault.DESCRIBE_WITHOUT_CONTEXTS);

    /** The same, met once: where it struck the job of an earlier run, another job gets over it. */
    private static final Set<FaultName> FATAL_ONCE = Set.of(ZuoraFault.FORBIDDEN_403, ZuoraFault.BATCH_WITHOUT_FILE);

    /** How long a transaction may run at the most: a little less than the overlap of two runs. */
    static final int LATEST_SECONDS = 7000;

    /** About as many requests as a run makes: a token, a job, some polls, and a file a stream. */
    private static final int REQUESTS = 12;

    private static final List<String> FIELDS =
            List.of("Account.Notes", "Subscription.Notes", "Invoice.Comments", "InvoiceItem.ChargeAmount");

    private static final int STALL_SECONDS = 3;

    private static final int MOST_STUCK = 4;

    private ZuoraFaults() {}

    /** The exit codes of a tap that the fault has struck. */
    static Set<Integer> ends(FaultName name) {
        if (FATAL_ONCE.contains(name)) {
            return Set.of(0, 1);
        }
        return Set.of(FATAL.contains(name) ? 1 : 0);
    }

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
        if (name == ZuoraFault.JOB_STUCK) {
            return fault.count(1 + random.nextInt(MOST_STUCK));
        }
        if (name == TransportFault.STALL) {
            return fault.at(1 + random.nextInt(REQUESTS)).seconds(STALL_SECONDS);
        }
        return fault.at(1 + random.nextInt(ofOneKind(name) ? 2 : REQUESTS)).seconds(1);
    }

    /** Whether it strikes jobs, or files, which are fewer than requests. */
    private static boolean ofOneKind(FaultName name) {
        return Stream.of("JOB_", "SUBMIT_", "FILE_", "GZIP_").anyMatch(name.name()::startsWith);
    }
}
