package bizops.transform.markov;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * What {@link DecimalInverse} does, in doubles, for more channels than decimals are quick enough for. As nothing cancels,
 * each number keeps a relative error of a few hundred units in the last place even at thousands of channels.
 */
final class DoubleInverse {
    private final int size;
    private final double[][] cells;
    private final double[] exits;

    private DoubleInverse(Transitions transitions) {
        size = transitions.size();
        cells = new double[size][size];
        exits = new double[size];
        for (int i = 0; i < size; i++) {
            exits[i] = (double) transitions.conversions().get(i)
                    + (double) transitions.losses().get(i);
        }
        transitions.steps().forEach(step -> cells[step.from()][step.to()] = step.n());
    }

    static Solution solve(Transitions transitions) {
        DoubleInverse inverse = new DoubleInverse(transitions);
        for (int k = 0; k < inverse.size; k++) {
            inverse.eliminate(k);
        }
        inverse.invertUpper();
        inverse.invertLower();
        return inverse.solution(transitions);
    }

    private void eliminate(int k) {
        double leaving = exits[k];
        for (int j = k + 1; j < size; j++) {
            leaving += cells[k][j];
        }
        cells[k][k] = leaving;
        for (int i = k + 1; i < size; i++) {
            cells[i][k] /= leaving;
            add(cells[i], cells[i][k], cells[k], k + 1, size);
            exits[i] += cells[i][k] * exits[k];
        }
    }

    private void invertUpper() {
        for (int i = size - 1; i >= 0; i--) {
            double[] row = new double[size];
            row[i] = 1;
            for (int k = i + 1; k < size; k++) {
                add(row, cells[i][k], cells[k], k, size);
            }
            double leaving = cells[i][i];
            for (int j = i; j < size; j++) {
                cells[i][j] = row[j] / leaving;
            }
        }
    }

    private void invertLower() {
        for (int i = 1; i < size; i++) {
            double[] row = new double[size];
            for (int k = 0; k < i; k++) {
                row[k] += cells[i][k];
                add(row, cells[i][k], cells[k], 0, k);
            }
            System.arraycopy(row, 0, cells[i], 0, i);
        }
    }

    private Solution solution(Transitions transitions) {
        double[] below = numbers(transitions.conversions());
        double[] conversion = new double[size];
        double[] starts = numbers(transitions.starts());
        double[] above = new double[size];
        double[] diagonal = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            below[i] += dot(cells[i], below, 0, i);
        }
        for (int i = 0; i < size; i++) {
            conversion[i] = dot(cells[i], below, i, size);
            add(above, starts[i], cells[i], i, size);
            diagonal[i] = cells[i][i];
            for (int k = i + 1; k < size; k++) {
                diagonal[i] += cells[i][k] * cells[k][i];
            }
        }
        double[] arrivals = above.clone();
        for (int k = 1; k < size; k++) {
            add(arrivals, above[k], cells[k], 0, k);
        }
        return new Solution(decimals(conversion), decimals(arrivals), decimals(diagonal));
    }

    private static void add(double[] target, double factor, double[] source, int from, int to) {
        if (factor != 0) {
            for (int j = from; j < to; j++) {
                target[j] += factor * source[j];
            }
        }
    }

    private static double dot(double[] row, double[] vector, int from, int to) {
        double sum = 0;
        for (int j = from; j < to; j++) {
            sum += row[j] * vector[j];
        }
        return sum;
    }

    private static double[] numbers(List<Long> counts) {
        return counts.stream().mapToDouble(count -> count).toArray();
    }

    private static List<BigDecimal> decimals(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(BigDecimal::new).toList();
    }
}
