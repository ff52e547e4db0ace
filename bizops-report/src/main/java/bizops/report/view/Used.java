package bizops.report.view;

import bizops.report.formula.Formula;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What formulas take out of cubes, each once, in the order in which they name it. Immutable.
 *
 * @param constants by name
 */
public record Used(Set<Formula.Sum> sums, Set<Formula.Median> medians, Set<String> constants) {
    public static Used of(Collection<Formula> formulas) {
        Used used = new Used(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        formulas.forEach(used::add);
        return used;
    }

    /** Names of the cubes. */
    public Set<String> cubes() {
        Set<String> cubes = sums.stream().map(Formula.Sum::cube).collect(Collectors.toCollection(LinkedHashSet::new));
        medians.forEach(median -> cubes.add(median.cube()));
        return cubes;
    }

    private void add(Formula formula) {
        if (formula instanceof Formula.Sum sum) {
            sums.add(sum);
        } else if (formula instanceof Formula.Median median) {
            medians.add(median);
        } else if (formula instanceof Formula.Constant constant) {
            constants.add(constant.name());
        } else if (formula instanceof Formula.Share share) {
            add(share.inner());
        } else if (formula instanceof Formula.Running running) {
            add(running.inner());
        } else if (formula instanceof Formula.Operation operation) {
            add(operation.left());
            add(operation.right());
        }
    }
}
