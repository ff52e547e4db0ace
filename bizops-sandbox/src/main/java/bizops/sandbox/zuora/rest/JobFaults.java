package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.ZuoraFault;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What befalls a job when somebody asks how it is, whichever of the three APIs runs it. */
final class JobFaults {
    private static final int USUAL_WINDOW_SECONDS = 86_400;

    private JobFaults() {}

    /** The fault that strikes this poll. */
    static Optional<ZuoraFault> striking(
            Faults faults, String path, Collection<String> objects, Collection<Duration> windows) {
        return faults.firingAmong(
                        Set.of(
                                ZuoraFault.JOB_STUCK,
                                ZuoraFault.JOB_ABORTED,
                                ZuoraFault.JOB_ERROR_90022,
                                ZuoraFault.JOB_TOO_LONG_90027),
                        path,
                        objects)
                .filter(fault -> fault.name() != ZuoraFault.JOB_TOO_LONG_90027
                        || windows.stream().anyMatch(window -> wide(window, fault)))
                .map(fault -> (ZuoraFault) fault.name());
    }

    /** Whether a query looks at more time than a fault allows. */
    static boolean wide(Duration window, Fault fault) {
        return window.toSeconds() > (fault.seconds() > 0 ? fault.seconds() : USUAL_WINDOW_SECONDS);
    }
}
