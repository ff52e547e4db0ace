package bizops.transform.markov;

import java.math.BigInteger;
import java.util.List;

/**
 * How often states follow each other on paths that all end. Channels are numbered from 0; each has a transition out of
 * it. Immutable.
 *
 * @param starts how often a path begins with each channel
 * @param conversions how often a path ends in conversion behind each channel
 * @param losses how often a path ends without conversion behind each channel
 * @param steps transitions between channels, each pair once; one to itself may be among them
 */
public record Transitions(List<Long> starts, List<Long> conversions, List<Long> losses, List<Step> steps) {

    /** {@code n} transitions from one channel to another. */
    public record Step(int from, int to, long n) {}

    int size() {
        return starts.size();
    }

    /** How many paths there are. */
    BigInteger paths() {
        return starts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** How often each channel is left, also for itself. */
    BigInteger[] departures() {
        BigInteger[] departures = new BigInteger[size()];
        for (int i = 0; i < departures.length; i++) {
            departures[i] = BigInteger.valueOf(conversions.get(i)).add(BigInteger.valueOf(losses.get(i)));
        }
        for (Step step : steps) {
            departures[step.from()] = departures[step.from()].add(BigInteger.valueOf(step.n()));
        }
        return departures;
    }
}
