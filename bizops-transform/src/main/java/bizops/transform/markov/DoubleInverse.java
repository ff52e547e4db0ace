package bizops.transform.markov;

import java.math.BigDecimal;
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
        for (int k = inverse.size - 1; k >= 0; k--) {
            inverse.restore(k);
        }
        return inverse.solution(transitions);
    }

    private void eliminate(int k) {
        double[] taken = cells[k];
        double leaving = exits[k];
        for (int j = k + 1; j < size; j++) {
            leaving += taken[j];
        }
        taken[k] = leaving;
        for (int i = k + 1; i < size; i++) {
            double share = cells[i][k] / leaving;
            cells[i][k] = share;
            if (share != 0) {
                add(cells[i], share, taken, k + 1);
                exits[i] += share * exits[k];
            }
        }
    }

    private void restore(int k) {
        double leaving = cells[k][k];
        double[] row = new double[size];
        double[] shares = new double[size];
        double[] column = new double[size];
        for (int i = k + 1; i < size; i++) {
            add(row, cells[k][i], cells[i], k + 1);
            shares[i] = cells[i][k];
        }
        double returns = 1;
        for (int i = k + 1; i < size; i++) {
            double outOf = 0;
            for (int j = k + 1; j < size; j++) {
                outOf += cells[i][j] * shares[j];
            }
            column[i] = outOf;
            returns += cells[k][i] * outOf;
        }
        cells[k][k] = returns / leaving;
        for (int i = k + 1; i < size; i++) {
            cells[k][i] = row[i] / leaving;
            cells[i][k] = column[i];
        }
    }

    private void add(double[] target, double factor, double[] source, int from) {
        for (int j = from; j < size; j++) {
            target[j] += factor * source[j];
        }
    }

    private Solution solution(Transitions transitions) {
        BigDecimal[] conversion = new BigDecimal[size];
        BigDecimal[] arrivals = new BigDecimal[size];
        BigDecimal[] diagonal = new BigDecimal[size];
        for (int i = 0; i < size; i++) {
            double converting = 0;
            double arriving = 0;
            for (int j = 0; j < size; j++) {
                converting += cells[i][j] * transitions.conversions().get(j);
                arriving += cells[j][i] * transitions.starts().get(j);
            }
            conversion[i] = new BigDecimal(converting);
            arrivals[i] = new BigDecimal(arriving);
            diagonal[i] = new BigDecimal(cells[i][i]);
        }
        return new Solution(List.of(conversion), List.of(arrivals), List.of(diagonal));
    }
}
