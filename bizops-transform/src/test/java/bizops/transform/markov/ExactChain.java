package bizops.transform.markov;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;

/** A chain of transitions solved by the definition, in whole numbers, one solution for each question. */
public final class ExactChain {
    private static final MathContext SHOWN = new MathContext(60);

    private final Transitions transitions;
    private final int size;

    /** A ratio of whole numbers that has not been reduced. */
    record Ratio(BigInteger above, BigInteger below) {
        BigDecimal decimal() {
            return new BigDecimal(above).divide(new BigDecimal(below), SHOWN);
        }
    }

    public ExactChain(Transitions transitions) {
        this.transitions = transitions;
        this.size = transitions.size();
    }

    /** Probability that a path converts. */
    Ratio conversion() {
        return conversionWithout(-1);
    }

    /** 1 - (probability of conversion when every step to the channel goes to (null)) / (the same as things are). */
    public BigDecimal removalEffect(int channel) {
        Ratio all = conversion();
        Ratio without = conversionWithout(channel);
        BigInteger product = all.above().multiply(without.below());
        return new Ratio(product.subtract(without.above().multiply(all.below())), product).decimal();
    }

    /** Probability of conversion from a channel. */
    BigDecimal conversionFrom(int channel) {
        return times(only(channel), counts(transitions.conversions()), -1).decimal();
    }

    /** Expected visits of a channel. */
    BigDecimal visits(int channel) {
        Ratio arrivals = times(counts(transitions.starts()), only(channel), -1);
        return new Ratio(
                        arrivals.above().multiply(transitions.departures()[channel]),
                        arrivals.below().multiply(transitions.paths()))
                .decimal();
    }

    private Ratio conversionWithout(int channel) {
        Ratio found = times(counts(transitions.starts()), counts(transitions.conversions()), channel);
        return new Ratio(found.above(), found.below().multiply(transitions.paths()));
    }

    /** left x A^-1 x right without row and column {@code removed}: det(A bordered by them) / det(A). */
    private Ratio times(BigInteger[] left, BigInteger[] right, int removed) {
        BigInteger[][] bordered = new BigInteger[size + 1][size + 1];
        BigInteger[] departures = transitions.departures();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                bordered[i][j] = i == j ? departures[i] : BigInteger.ZERO;
            }
            bordered[i][size] = right[i];
            bordered[size][i] = left[i].negate();
        }
        bordered[size][size] = BigInteger.ZERO;
        for (Transitions.Step step : transitions.steps()) {
            bordered[step.from()][step.to()] = bordered[step.from()][step.to()].subtract(BigInteger.valueOf(step.n()));
        }
        if (removed >= 0) {
            for (int i = 0; i <= size; i++) {
                bordered[i][removed] = BigInteger.ZERO;
                bordered[removed][i] = BigInteger.ZERO;
            }
            bordered[removed][removed] = BigInteger.ONE;
        }
        return determinants(bordered);
    }

    /** Elimination without fractions (Bareiss): the last pivot is the determinant, the one before that of the inner part. */
    private static Ratio determinants(BigInteger[][] cells) {
        int last = cells.length - 1;
        BigInteger before = BigInteger.ONE;
        for (int k = 0; k < last; k++) {
            for (int i = k + 1; i <= last; i++) {
                for (int j = k + 1; j <= last; j++) {
                    cells[i][j] = cells[i][j]
                            .multiply(cells[k][k])
                            .subtract(cells[i][k].multiply(cells[k][j]))
                            .divide(before);
                }
            }
            before = cells[k][k];
        }
        return new Ratio(cells[last][last], before);
    }

    private BigInteger[] only(int channel) {
        BigInteger[] only = new BigInteger[size];
        for (int i = 0; i < size; i++) {
            only[i] = i == channel ? BigInteger.ONE : BigInteger.ZERO;
        }
        return only;
    }

    private static BigInteger[] counts(List<Long> counts) {
        return counts.stream().map(BigInteger::valueOf).toArray(BigInteger[]::new);
    }
}
