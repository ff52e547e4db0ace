package bizops.report.drive;

import bizops.report.formula.Formula;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** A formula in decimals of a hundred digits; null is a gap. */
final class OracleFormula {
    private static final MathContext DIGITS = new MathContext(100);

    private OracleFormula() {}

    /** What a formula is made of, in one cell. */
    interface Inputs {
        @Nullable
        BigDecimal sum(String cube, String column);

        @Nullable
        BigDecimal median(String cube, String values, String count);

        @Nullable
        BigDecimal constant(String name);

        /** The same over all matching rows. */
        Inputs whole();

        /** The cell of the row before, or null in the first. */
        @Nullable
        Inputs previous();
    }

    static @Nullable BigDecimal of(Formula formula, Inputs cell) {
        if (formula instanceof Formula.Sum sum) {
            return cell.sum(sum.cube(), sum.column());
        }
        if (formula instanceof Formula.Median median) {
            return cell.median(median.cube(), median.values(), median.count());
        }
        if (formula instanceof Formula.Constant constant) {
            return cell.constant(constant.name());
        }
        if (formula instanceof Formula.Literal literal) {
            return literal.value();
        }
        if (formula instanceof Formula.Share share) {
            return over(of(share.inner(), cell), of(share.inner(), cell.whole()));
        }
        if (formula instanceof Formula.Running running) {
            return running(running, cell);
        }
        if (formula instanceof Formula.Operation operation) {
            return joined(operation, cell);
        }
        throw new IllegalStateException("unknown formula " + formula);
    }

    private static @Nullable BigDecimal running(Formula.Running running, Inputs cell) {
        BigDecimal own = of(running.inner(), cell);
        Inputs previous = cell.previous();
        if (own == null || previous == null) {
            return own;
        }
        BigDecimal before = running(running, previous);
        return before == null ? null : before.add(own);
    }

    private static @Nullable BigDecimal joined(Formula.Operation operation, Inputs cell) {
        BigDecimal left = of(operation.left(), cell);
        BigDecimal right = of(operation.right(), cell);
        if (left == null || right == null) {
            return null;
        }
        return switch (operation.operator()) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case OVER -> over(left, right);
        };
    }

    static @Nullable BigDecimal over(@Nullable BigDecimal left, @Nullable BigDecimal right) {
        return left == null || right == null || right.signum() == 0 ? null : left.divide(right, DIGITS);
    }
}
