package bizops.transform.markov;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/**
 * Inverts the matrix of a {@link Solution} in decimals of 50 digits, without pivoting, in the order of the channels. The
 * diagonal is taken from what leaves a state and not from a difference (Grassmann, Taksar, Heyman 1985): numbers that are
 * never negative are only added, multiplied and divided, so that no digits cancel.
 */
final class DecimalInverse {
    private static final MathContext DIGITS = new MathContext(50);

    private final int size;
    private final BigDecimal[][] cells;
    private final BigDecimal[] exits;

    private DecimalInverse(Transitions transitions) {
        size = transitions.size();
        cells = new BigDecimal[size][size];
        exits = new BigDecimal[size];
        for (int i = 0; i < size; i++) {
            Arrays.fill(cells[i], BigDecimal.ZERO);
            exits[i] = BigDecimal.valueOf(transitions.conversions().get(i))
                    .add(BigDecimal.valueOf(transitions.losses().get(i)));
        }
        transitions.steps().forEach(step -> cells[step.from()][step.to()] = BigDecimal.valueOf(step.n()));
    }

    static Solution solve(Transitions transitions) {
        DecimalInverse inverse = new DecimalInverse(transitions);
        for (int k = 0; k < inverse.size; k++) {
            inverse.eliminate(k);
        }
        for (int k = inverse.size - 1; k >= 0; k--) {
            inverse.restore(k);
        }
        return inverse.solution(transitions);
    }

    /** Takes state k out: what came into it goes on to where it leads. */
    private void eliminate(int k) {
        BigDecimal leaving = exits[k];
        for (int j = k + 1; j < size; j++) {
            leaving = leaving.add(cells[k][j], DIGITS);
        }
        cells[k][k] = leaving;
        for (int i = k + 1; i < size; i++) {
            if (cells[i][k].signum() != 0) {
                BigDecimal share = cells[i][k].divide(leaving, DIGITS);
                cells[i][k] = share;
                for (int j = k + 1; j < size; j++) {
                    cells[i][j] = cells[i][j].add(share.multiply(cells[k][j], DIGITS), DIGITS);
                }
                exits[i] = exits[i].add(share.multiply(exits[k], DIGITS), DIGITS);
            }
        }
    }

    /** Puts row and column k of the inverse in place; those behind are there. */
    private void restore(int k) {
        BigDecimal leaving = cells[k][k];
        BigDecimal[] row = new BigDecimal[size];
        BigDecimal[] column = new BigDecimal[size];
        for (int j = k + 1; j < size; j++) {
            BigDecimal into = BigDecimal.ZERO;
            BigDecimal outOf = BigDecimal.ZERO;
            for (int i = k + 1; i < size; i++) {
                into = into.add(cells[k][i].multiply(cells[i][j], DIGITS), DIGITS);
                outOf = outOf.add(cells[j][i].multiply(cells[i][k], DIGITS), DIGITS);
            }
            row[j] = into.divide(leaving, DIGITS);
            column[j] = outOf;
        }
        BigDecimal returns = BigDecimal.ONE;
        for (int i = k + 1; i < size; i++) {
            returns = returns.add(cells[k][i].multiply(column[i], DIGITS), DIGITS);
        }
        cells[k][k] = returns.divide(leaving, DIGITS);
        for (int i = k + 1; i < size; i++) {
            cells[k][i] = row[i];
            cells[i][k] = column[i];
        }
    }

    private Solution solution(Transitions transitions) {
        BigDecimal[] conversion = new BigDecimal[size];
        BigDecimal[] arrivals = new BigDecimal[size];
        BigDecimal[] diagonal = new BigDecimal[size];
        for (int i = 0; i < size; i++) {
            conversion[i] = BigDecimal.ZERO;
            arrivals[i] = BigDecimal.ZERO;
            diagonal[i] = cells[i][i];
            for (int j = 0; j < size; j++) {
                conversion[i] = conversion[i].add(times(cells[i][j], transitions.conversions(), j), DIGITS);
                arrivals[i] = arrivals[i].add(times(cells[j][i], transitions.starts(), j), DIGITS);
            }
        }
        return new Solution(List.of(conversion), List.of(arrivals), List.of(diagonal));
    }

    private static BigDecimal times(BigDecimal cell, List<Long> counts, int at) {
        return cell.multiply(BigDecimal.valueOf(counts.get(at)), DIGITS);
    }
}
