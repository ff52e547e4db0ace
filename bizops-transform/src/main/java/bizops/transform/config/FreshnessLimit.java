package bizops.transform.config;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How old the last load of a stream may be. Immutable.
 *
 * @param warnHours over which a build warns
 * @param errorHours over which nothing is published
 */
public record FreshnessLimit(BigDecimal warnHours, Optional<BigDecimal> errorHours) {
    /** A daily load that is late. */
    public static final FreshnessLimit DEFAULT = new FreshnessLimit(BigDecimal.valueOf(26), Optional.empty());
}
