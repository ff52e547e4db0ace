package bizops.tap.salesforce.rest;

import bizops.singer.error.RemoteException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stops the run before it eats the organisation's API calls: at {@code percentTotal} of the day's calls used by
 * everybody, or at {@code percentPerRun} of them used by this run. Thread-safe.
 */
public final class QuotaGuard {
    private static final double PERCENT = 100.0;

    private final double percentTotal;
    private final double percentPerRun;
    private final AtomicLong ownCalls = new AtomicLong();

    /** Percentages between 0 and 100. */
    public QuotaGuard(double percentTotal, double percentPerRun) {
        this.percentTotal = percentTotal;
        this.percentPerRun = percentPerRun;
    }

    /** Counts one call of this run. */
    void countCall() {
        ownCalls.incrementAndGet();
    }

    /** Calls of this run so far, retries included. */
    public long ownCalls() {
        return ownCalls.get();
    }

    /** Judges the newest figures; throws "try later" when one of the shares is used up. */
    void check(LimitInfo limit) {
        if (limit.allowed() <= 0) {
            return;
        }
        double total = PERCENT * limit.used() / limit.allowed();
        if (total > percentTotal) {
            throw RemoteException.tryLater(
                    String.format(
                            Locale.ROOT,
                            "%d of %d API calls of the last 24 hours are used, more than the quota_percent_total of"
                                    + " %s %%; run again later, the state is kept",
                            limit.used(),
                            limit.allowed(),
                            plain(percentTotal)),
                    null);
        }
        long own = ownCalls.get();
        if (PERCENT * own / limit.allowed() > percentPerRun) {
            throw RemoteException.tryLater(
                    String.format(
                            Locale.ROOT,
                            "this run made %d of the %d API calls allowed in 24 hours, more than the"
                                    + " quota_percent_per_run of %s %%; run again later, the state is kept",
                            own,
                            limit.allowed(),
                            plain(percentPerRun)),
                    null);
        }
    }

    private static String plain(double percent) {
        return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    }
}
