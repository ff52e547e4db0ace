package bizops.tap.marketo.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day by which quotas count: it begins at midnight in Chicago, whatever the season. Stateless. */
public final class QuotaDay {
    private static final ZoneId CENTRAL = ZoneId.of("America/Chicago");

    private QuotaDay() {}

    /** The midnight at which the day of this moment began. */
    public static Instant start(Instant now) {
        return day(now).atStartOfDay(CENTRAL).toInstant();
    }

    /** The midnight at which quotas are whole again. */
    public static Instant reset(Instant now) {
        return day(now).plusDays(1).atStartOfDay(CENTRAL).toInstant();
    }

    public static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, CENTRAL);
    }
}
