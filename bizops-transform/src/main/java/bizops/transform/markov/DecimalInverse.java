package bizops.transform.markov;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/**
 * Solves for a {@link Solution} in decimals of 50 digits, without pivoting, in the order of the channels. The diagonal is
 * taken from what leaves a state and not from a difference (Grassmann, Taksar, Heyman 1985): numbers that are never
 * negative are only added, multiplied and divided, so that no digits cancel.
 */
final class DecimalInverse {
    private static final MathContext DIGITS = new MathContext(50);

    private final int size;
    private final BigDecimal[][] cells;
    private final BigDecimal[] exits;

    private DecimalInverse(Transitions transitions) {
        size = transitions.size();
        cells = new BigDecimal[size][];
        exits = new BigDecimal[size];
        for (int i = 0; i < size; i++) {
            cells[i] = zeros();
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
        inverse.invertUpper();
        inverse.invertLower();
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
                cells[i][k] = cells[i][k].divide(leaving, DIGITS);
                add(cells[i], cells[i][k], cells[k], k + 1, size);
                exits[i] = exits[i].add(cells[i][k].multiply(exits[k], DIGITS), DIGITS);
            }
        }
    }

    private void invertUpper() {
        for (int i = size - 1; i >= 0; i--) {
            BigDecimal[] row = zeros();
            row[i] = BigDecimal.ONE;
            for (int k = i + 1; k < size; k++) {
                add(row, cells[i][k], cells[k], k, size);
            }
            BigDecimal leaving = cells[i][i];
            for (int j = i; j < size; j++) {
                cells[i][j] = row[j].divide(leaving, DIGITS);
            }
        }
    }

    private void invertLower() {
        for (int i = 1; i < size; i++) {
            BigDecimal[] row = zeros();
            for (int k = 0; k < i; k++) {
                row[k] = row[k].add(cells[i][k], DIGITS);
                add(row, cells[i][k], cells[k], 0, k);
            }
            System.arraycopy(row, 0, cells[i], 0, i);
        }
    }

    /** Upper times lower inverse, of which only two products with vectors and the diagonal are needed. */
    private Solution solution(Transitions transitions) {
        BigDecimal[] below = numbers(transitions.conversions());
        BigDecimal[] conversion = zeros();
        BigDecimal[] starts = numbers(transitions.starts());
        BigDecimal[] above = zeros();
        BigDecimal[] diagonal = new BigDecimal[size];
        for (int i = size - 1; i >= 0; i--) {
            below[i] = below[i].add(dot(cells[i], below, 0, i), DIGITS);
        }
        for (int i = 0; i < size; i++) {
            conversion[i] = dot(cells[i], below, i, size);
            add(above, starts[i], cells[i], i, size);
            diagonal[i] = cells[i][i];
            for (int k = i + 1; k < size; k++) {
                diagonal[i] = diagonal[i].add(cells[i][k].multiply(cells[k][i], DIGITS), DIGITS);
            }
        }
        BigDecimal[] arrivals = above.clone();
        for (int k = 1; k < size; k++) {
            add(arrivals, above[k], cells[k], 0, k);
        }
        return new Solution(List.of(conversion), List.of(arrivals), List.of(diagonal));
    }

    private static void add(BigDecimal[] target, BigDecimal factor, BigDecimal[] source, int from, int to) {
        if (factor.signum() != 0) {
            for (int j = from; j < to; j++) {
                target[j] = target[j].add(factor.multiply(source[j], DIGITS), DIGITS);
            }
        }
    }

    private static BigDecimal dot(BigDecimal[] row, BigDecimal[] vector, int from, int to) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int j = from; j < to; j++) {
            sum = sum.add(row[j].multiply(vector[j], DIGITS), DIGITS);
        }
        return sum;
    }

    private BigDecimal[] zeros() {
        BigDecimal[] zeros = new BigDecimal[size];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private static BigDecimal[] numbers(List<Long> counts) {
        return counts.stream().map(BigDecimal::valueOf).toArray(BigDecimal[]::new);
    }
}
