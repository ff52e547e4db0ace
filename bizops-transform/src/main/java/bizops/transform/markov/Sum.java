package bizops.transform.markov;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Weights, credits and margins that are added up, with every digit. Owned by one thread. */
final class Sum {
    private long ones;
    private long units;
    private @Nullable BigDecimal credit;
    private @Nullable BigDecimal margin;

    /**
     * Adds a touch's.
     *
     * @param weight in units of {@link Shares}, at most {@link Shares#ONE}
     * @param value its credited value; null where the kind of event has none
     * @param profit that times margin; null where the kind of event has none
     */
    void add(long weight, @Nullable BigDecimal value, @Nullable BigDecimal profit) {
        // Without a division, which takes as long as all else.
        units += weight;
        if (units >= Shares.ONE) {
            units -= Shares.ONE;
            ones++;
        }
        if (value != null) {
            credit = credit == null ? value : credit.add(value);
        }
        if (profit != null) {
            margin = margin == null ? profit : margin.add(profit);
        }
    }

    void add(Sum other) {
        ones += other.ones;
        add(other.units, other.credit, other.margin);
    }

    BigDecimal weight() {
        return BigDecimal.valueOf(ones).add(BigDecimal.valueOf(units, Shares.DECIMALS));
    }

    @Nullable
    BigDecimal credit() {
        return credit;
    }

    @Nullable
    BigDecimal margin() {
        return margin;
    }
}
