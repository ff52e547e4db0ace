package bizops.report.catalog;

import bizops.report.formula.Formula;
import bizops.report.formula.Formula.Literal;
import bizops.report.formula.Formula.Operation;
import bizops.report.formula.Formula.Operator;
import bizops.report.formula.Formula.Sum;
import bizops.report.source.CubeFile;
import bizops.report.source.SumColumn.Months;
import java.util.Map;

/**
 * Tells whether a measure of a year is the sum of those of its months. Immutable.
 *
 * @param cubes by name
 */
record Additivity(Map<String, CubeFile> cubes) {

    boolean addsUp(Formula formula) {
        if (formula instanceof Sum sum) {
            return isFlow(sum);
        }
        if (formula instanceof Operation operation) {
            boolean left = addsUp(operation.left());
            boolean right = addsUp(operation.right());
            return switch (operation.operator()) {
                case PLUS, MINUS -> (left || isZero(operation.left())) && right;
                case TIMES -> (left && isNumber(operation.right())) || (isNumber(operation.left()) && right);
                case OVER -> left && isNumber(operation.right());
            };
        }
        return false;
    }

    private boolean isFlow(Sum sum) {
        CubeFile cube = cubes.get(sum.cube());
        return cube != null
                && cube.sums().stream()
                        .anyMatch(column -> column.name().equals(sum.column()) && column.months() == Months.ALL);
    }

    /** As in {@code 0 - churn}. */
    private static boolean isZero(Formula formula) {
        return formula instanceof Literal literal && literal.value().signum() == 0;
    }

    private static boolean isNumber(Formula formula) {
        if (formula instanceof Operation operation) {
            return operation.operator() != Operator.OVER && isNumber(operation.left()) && isNumber(operation.right());
        }
        return formula instanceof Literal;
    }
}
