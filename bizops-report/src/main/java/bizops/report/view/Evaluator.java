package bizops.report.view;

import bizops.report.cube.BuildInfo;
import bizops.report.formula.Formula;
import bizops.report.source.Reasons;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Formulas over the sums of a tile. Owned by one computation. */
final class Evaluator {
    /** Why is told above the tile. */
    private static final String UNREAD = "could not be read";

    private final BuildInfo build;
    private final Map<String, Reasons> reasons;
    private final Totals totals;
    private final int totalRow;
    private final int totalColumn;
    private final List<Integer> order;
    private final Map<List<Object>, Figure[]> runningSums = new HashMap<>();

    /** @param order the places of the tile's rows in the order in which {@code running} adds them up */
    Evaluator(
            BuildInfo build,
            Map<String, Reasons> reasons,
            Totals totals,
            Side rows,
            Side columns,
            List<Integer> order) {
        this.build = build;
        this.reasons = reasons;
        this.totals = totals;
        this.totalRow = rows.total();
        this.totalColumn = columns.total();
        this.order = order;
    }

    Figure at(Formula formula, int row, int column) {
        if (formula instanceof Formula.Sum sum) {
            return totals.isUnread(sum.cube())
                    ? Figure.missing(UNREAD)
                    : known(totals.sum(sum, row, column), sum.column());
        } else if (formula instanceof Formula.Median median) {
            if (totals.isUnread(median.cube())) {
                return Figure.missing(UNREAD);
            }
            NavigableMap<Long, BigDecimal> values = totals.values(median, row, column);
            return values.isEmpty() ? Figure.missing(zero(median.count(), "no values")) : WeightedMedian.of(values);
        } else if (formula instanceof Formula.Constant constant) {
            return known(build.constant(constant.name()), "build." + constant.name());
        } else if (formula instanceof Formula.Literal literal) {
            return Figure.of(literal.value());
        } else if (formula instanceof Formula.Share share) {
            Formula inner = share.inner();
            return at(inner, row, column).over(at(inner, totalRow, totalColumn), whenZero(inner, null));
        } else if (formula instanceof Formula.Running sum) {
            return row == totalRow ? at(sum.inner(), row, column) : runningOf(sum, column)[row];
        } else if (formula instanceof Formula.Operation operation) {
            return operation(operation, row, column);
        }
        throw new IllegalArgumentException("unknown formula " + formula);
    }

    private Figure operation(Formula.Operation operation, int row, int column) {
        Figure left = at(operation.left(), row, column);
        Figure right = at(operation.right(), row, column);
        return switch (operation.operator()) {
            case PLUS -> left.plus(right);
            case MINUS -> left.plus(right.negated());
            case TIMES -> left.times(right);
            case OVER -> left.over(right, whenZero(operation.right(), operation.gap()));
        };
    }

    private Figure[] runningOf(Formula.Running running, int column) {
        Figure[] known = runningSums.get(List.of(running, column));
        if (known != null) {
            return known;
        }
        Figure[] sums = new Figure[totalRow];
        Figure sum = Figure.ZERO;
        for (int row : order) {
            sum = sum.plus(at(running.inner(), row, column));
            sums[row] = sum;
        }
        runningSums.put(List.of(running, column), sums);
        return sums;
    }

    private Figure known(@Nullable BigDecimal value, String name) {
        if (value != null) {
            return Figure.of(value);
        }
        Reasons reason = reasons.get(name);
        return Figure.missing(reason == null || reason.unknown() == null ? "unknown" : reason.unknown());
    }

    /** Why there is no quotient: what is said of the divisor itself, else of the division. */
    private String whenZero(Formula divisor, @Nullable String gap) {
        String otherwise = gap == null ? "the divisor is 0" : gap;
        if (divisor instanceof Formula.Sum sum) {
            return zero(sum.column(), otherwise);
        }
        return divisor instanceof Formula.Constant constant ? zero("build." + constant.name(), otherwise) : otherwise;
    }

    private String zero(String name, String otherwise) {
        Reasons reason = reasons.get(name);
        return reason == null || reason.zero() == null ? otherwise : reason.zero();
    }
}
