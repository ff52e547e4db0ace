package bizops.transform.markov;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each channel does for the conversion of paths, in the order of the channels. Immutable.
 *
 * @param pathConversion share of the paths that end in conversion
 * @param channels one for each channel
 */
public record ChannelEffects(BigDecimal pathConversion, List<Channel> channels) {
    /** Up to so many channels are solved in decimals, which takes less than a second; more in doubles. */
    private static final int MOST_IN_DECIMALS = 100;

    private static final MathContext WORKING = new MathContext(50);
    private static final MathContext GIVEN = MathContext.DECIMAL128;

    /**
     * A channel.
     *
     * @param visits how often a path visits it, on average
     * @param reached probability that a path ever reaches it
     * @param conversion probability of conversion from it
     * @param removalEffect share of all conversions that is lost when every step to it ends its path; empty where no path
     *     converts
     */
    public record Channel(
            BigDecimal visits, BigDecimal reached, BigDecimal conversion, Optional<BigDecimal> removalEffect) {}

    /** Solves the chain: one inversion gives all effects. There must be a path. */
    public static ChannelEffects of(Transitions transitions) {
        return of(
                transitions,
                transitions.size() <= MOST_IN_DECIMALS
                        ? DecimalInverse.solve(transitions)
                        : DoubleInverse.solve(transitions));
    }

    static ChannelEffects of(Transitions transitions, Solution solved) {
        BigDecimal paths = new BigDecimal(transitions.paths());
        BigDecimal conversion = BigDecimal.ZERO;
        for (int i = 0; i < transitions.size(); i++) {
            conversion = conversion.add(
                    solved.conversion()
                            .get(i)
                            .multiply(BigDecimal.valueOf(transitions.starts().get(i))),
                    WORKING);
        }
        conversion = conversion.divide(paths, WORKING);
        BigInteger[] departures = transitions.departures();
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < transitions.size(); i++) {
            channels.add(channel(solved, i, new BigDecimal(departures[i]), paths, conversion));
        }
        return new ChannelEffects(given(conversion), List.copyOf(channels));
    }

    private static Channel channel(
            Solution solved, int i, BigDecimal departures, BigDecimal paths, BigDecimal conversion) {
        BigDecimal arrivals = solved.arrivals().get(i).divide(paths, WORKING);
        BigDecimal reached = arrivals.divide(solved.diagonal().get(i), WORKING);
        BigDecimal converting = reached.multiply(solved.conversion().get(i), WORKING);
        return new Channel(
                given(arrivals.multiply(departures, WORKING)),
                probability(reached),
                probability(solved.conversion().get(i)),
                conversion.signum() == 0
                        ? Optional.empty()
                        : Optional.of(probability(converting.divide(conversion, WORKING))));
    }

    private static BigDecimal probability(BigDecimal value) {
        return given(value).min(BigDecimal.ONE);
    }

    private static BigDecimal given(BigDecimal value) {
        return value.round(GIVEN);
    }
}
