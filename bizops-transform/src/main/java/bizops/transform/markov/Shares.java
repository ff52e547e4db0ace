package bizops.transform.markov;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** The channels' shares in all removal effects, and the weights that they make in an event. Owned by one thread. */
final class Shares {
    /** Weights are counted in units of so many decimals. */
    static final int DECIMALS = 15;

    /** The weight of a whole event. */
    static final long ONE = 1_000_000_000_000_000L;

    private static final BigInteger TWO_IN_UNITS = BigInteger.valueOf(2 * ONE);
    private static final long NOT_YET = -1;

    private final BigInteger[] shares;
    private final long[] weights;

    /** @param byChannel by the channel's number; none below 0 */
    Shares(List<BigDecimal> byChannel) {
        int scale = byChannel.stream().mapToInt(BigDecimal::scale).reduce(0, Math::max);
        // The last place is that of channels without a share.
        shares = new BigInteger[byChannel.size() + 1];
        for (int i = 0; i < byChannel.size(); i++) {
            shares[i] = byChannel.get(i).setScale(scale).unscaledValue();
        }
        shares[byChannel.size()] = BigInteger.ZERO;
        weights = new long[shares.length];
    }

    /**
     * The weights of an event's touches, in units; they sum to {@link #ONE}. What rounding leaves falls to the first touch
     * of the greatest share.
     *
     * @param channels numbers of the touches' channels, in their order; at least one
     */
    Weights of(int[] channels) {
        int[] at = new int[channels.length];
        int top = 0;
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.min(channels[i], shares.length - 1);
            sum = sum.add(shares[at[i]]);
            top = shares[at[i]].compareTo(shares[at[top]]) > 0 ? i : top;
        }
        Arrays.fill(weights, NOT_YET);
        long[] units = new long[at.length];
        long all = 0;
        for (int i = 0; i < at.length; i++) {
            if (weights[at[i]] == NOT_YET) {
                weights[at[i]] = sum.signum() == 0 ? even(at.length) : rounded(shares[at[i]], sum);
            }
            units[i] = weights[at[i]];
            all += units[i];
        }
        units[top] += ONE - all;
        return new Weights(units, top, sum.signum() == 0);
    }

    private static long even(int touches) {
        return (2 * ONE + touches) / (2L * touches);
    }

    /** Half a unit counts as one. */
    private static long rounded(BigInteger share, BigInteger sum) {
        return share.multiply(TWO_IN_UNITS).add(sum).divide(sum.shiftLeft(1)).longValueExact();
    }

    /**
     * Weights of an event.
     *
     * @param top the touch to which the remainder of credits falls as well
     * @param isLinear whether no channel has a share, so that all touches have the same weight
     */
    record Weights(long[] units, int top, boolean isLinear) {}
}
