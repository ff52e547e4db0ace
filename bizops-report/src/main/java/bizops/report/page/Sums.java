package bizops.report.page;

import bizops.report.cube.Fact;
import bizops.report.cube.SaoGroup;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The additive facts of a group, from which every ratio is made. Immutable.
 *
 * @param spend of the campaigns whose spend is known; null when it is known of none
 * @param spendUnknown how many campaigns' spend is unknown
 * @param margin won IACV, each times its gross margin; 0 when no margin is known, see the build
 */
record Sums(
        @Nullable BigDecimal spend,
        int spendUnknown,
        BigDecimal leads,
        BigDecimal customers,
        BigDecimal iacv,
        BigDecimal margin,
        BigDecimal atMedian,
        long saos,
        BigDecimal saoIacv) {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    /** A group of nothing: no spend is known of it. */
    static final Sums NONE = new Sums(null, 0, ZERO, ZERO, ZERO, ZERO, ZERO, 0, ZERO);
    /** A campaign with known spend and no other fact. */
    static final Sums SPENT_NOTHING = new Sums(ZERO, 0, ZERO, ZERO, ZERO, ZERO, ZERO, 0, ZERO);
    /** A campaign whose spend is unknown. */
    static final Sums SPEND_UNKNOWN = new Sums(null, 1, ZERO, ZERO, ZERO, ZERO, ZERO, 0, ZERO);

    static Sums of(Fact fact) {
        return new Sums(
                fact.spend(),
                0,
                fact.leads(),
                fact.newCustomers(),
                fact.wonIacv(),
                fact.wonMargin() == null ? ZERO : fact.wonMargin(),
                fact.iacvAtMedian(),
                0,
                ZERO);
    }

    static Sums of(SaoGroup sao) {
        return new Sums(null, 0, ZERO, ZERO, ZERO, ZERO, ZERO, sao.count(), sao.iacv());
    }

    Sums plus(Sums other) {
        return new Sums(
                add(spend, other.spend),
                spendUnknown + other.spendUnknown,
                leads.add(other.leads),
                customers.add(other.customers),
                iacv.add(other.iacv),
                margin.add(other.margin),
                atMedian.add(other.atMedian),
                saos + other.saos,
                saoIacv.add(other.saoIacv));
    }

    private static @Nullable BigDecimal add(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : one.add(other);
    }
}
