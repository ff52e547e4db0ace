package bizops.transform.markov;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is needed of the inverse Z of the matrix A, in which A(i,i) counts the departures from channel i to another state
 * and A(i,j) is minus the count of transitions from i to j. With Q the channel x channel matrix of probabilities and t the
 * departures of each channel, itself included, A is diag(t) (I - Q), so that Z is (I - Q)^-1 diag(1/t).
 *
 * @param conversion Z x conversion counts: the probability of conversion from each channel
 * @param arrivals start counts x Z: expected visits of each channel over all paths, over its departures
 * @param diagonal Z(i,i)
 */
record Solution(List<BigDecimal> conversion, List<BigDecimal> arrivals, List<BigDecimal> diagonal) {}
