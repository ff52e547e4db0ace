package bizops.tap.marketo.bulk;

import java.time.Duration;

/**
 * How jobs are waited for. Immutable.
 *
 * @param poll between two looks at a job; Marketo itself looks once a minute
 * @param timeout how long one job is waited for
 * @param mostQueued our share of the ten places in the queue
 * @param quotedNullIsNull whether the word null in quotes is no text either
 * @param megabytesPerDay what the day may cost at most, or 0 if only Marketo's own quota counts
 */
public record ExportSettings(
        Duration poll, Duration timeout, int mostQueued, boolean quotedNullIsNull, int megabytesPerDay) {}
