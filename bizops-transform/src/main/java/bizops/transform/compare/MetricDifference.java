package bizops.transform.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A metric of two environments. Immutable.
 *
 * @param id of the campaign, or the channel; empty for the total
 * @param name of the campaign or channel, or total
 * @param here in this environment; empty where it is not known
 * @param there in the other one
 */
public record MetricDifference(
        Dimension dimension,
        String id,
        String name,
        String model,
        String metric,
        Optional<BigDecimal> here,
        Optional<BigDecimal> there) {
    private static final int DECIMALS = 6;

    /** Here less there; empty where one of them is not known. */
    public Optional<BigDecimal> absolute() {
        return here.flatMap(own -> there.map(own::subtract));
    }

    /** The difference as a part of what is there, rounded; empty where that is 0 or one of them is not known. */
    public Optional<BigDecimal> relative() {
        return absolute()
                .flatMap(difference -> there.filter(other -> other.signum() != 0)
                        .map(other -> difference.divide(other, DECIMALS, RoundingMode.HALF_EVEN)));
    }

    boolean isDifferent() {
        return here.isPresent() != there.isPresent()
                || absolute().filter(difference -> difference.signum() != 0).isPresent();
    }
}
