package bizops.tap.marketo.rest;

import bizops.singer.error.RemoteException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when the day's calls or megabytes are used up: the run ends with exit code 75 and its state kept, or
 * waits for midnight. Immutable.
 *
 * @param waits whether the run waits instead of ending
 */
public record DailyQuota(boolean waits) {
    private static final Logger LOG = LoggerFactory.getLogger(DailyQuota.class);
    private static final Duration AFTER_RESET = Duration.ofSeconds(1);

    /** Ends the run, or returns when the quota is whole again. */
    public void spent(String what, Instant now) {
        Instant reset = QuotaDay.reset(now);
        if (!waits) {
            throw RemoteException.tryLater(
                    what + "; the quota is whole again at " + reset + " (midnight in US Central): run again then, the"
                            + " state is kept, or set 'quota_action' to wait",
                    null);
        }
        LOG.warn("{}; waiting until {} (midnight in US Central)", what, reset);
        Pause.of(Duration.between(now, reset).plus(AFTER_RESET));
    }
}
