package bizops.report.formula;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A formula whose measures are already replaced by theirs. Immutable. */
public sealed interface Formula {
    /** The cubes whose rows it looks at. */
    default Set<String> cubes() {
        Set<String> cubes = new TreeSet<>();
        parts().forEach(part -> {
            if (part instanceof Sum sum) {
                cubes.add(sum.cube());
            } else if (part instanceof Median median) {
                cubes.add(median.cube());
            }
        });
        return cubes;
    }

    /** It and every formula within it. */
    default Stream<Formula> parts() {
        if (this instanceof Operation operation) {
            return Stream.concat(
                    Stream.of(this),
                    Stream.concat(operation.left().parts(), operation.right().parts()));
        }
        if (this instanceof Share share) {
            return Stream.concat(Stream.of(this), share.inner().parts());
        }
        if (this instanceof Running running) {
            return Stream.concat(Stream.of(this), running.inner().parts());
        }
        return Stream.of(this);
    }

    /** A sum of a cube over the rows of a group. */
    record Sum(String cube, String column) implements Formula {}

    /**
     * The median of a column of whole numbers, each taken as often as the count says; the mean of the two middle ones
     * where there are two.
     */
    record Median(String cube, String values, String count) implements Formula {}

    /** A number of the build, such as the average lifetime of a customer. */
    record Constant(String name) implements Formula {}

    /** A number as written. */
    record Literal(BigDecimal value) implements Formula {}

    /** The inner one of a row over that of the whole selection. */
    record Share(Formula inner) implements Formula {}

    /** The sum of the inner one over this row and those before it; in a line of totals the inner one. */
    record Running(Formula inner) implements Formula {}

    /**
     * Two formulas joined.
     *
     * @param gap why there is no quotient when the right one is zero; null for the other operators
     */
    record Operation(
            Operator operator,
            Formula left,
            Formula right,
            @Nullable String gap) implements Formula {}

    /** The four operators. */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        OVER("/");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }
}
