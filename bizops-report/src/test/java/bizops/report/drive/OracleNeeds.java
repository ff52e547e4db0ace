package bizops.report.drive;

import bizops.report.formula.Formula;
import bizops.report.source.Measure;
import bizops.report.source.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which sums of which cubes formulas need. */
final class OracleNeeds {
    private OracleNeeds() {}

    static Measure measure(Map<String, Measure> measures, String name) {
        Measure measure = measures.get(name);
        if (measure == null) {
            throw new IllegalStateException("no measure " + name);
        }
        return measure;
    }

    static Set<String> cubes(Tile tile, Map<String, Measure> measures) {
        Set<String> cubes = new TreeSet<>();
        tile.measures().forEach(name -> sums(measure(measures, name).formula()).forEach(sum -> cubes.add(sum.cube())));
        return cubes;
    }

    /** All sums, counts of medians among them. */
    static List<Formula.Sum> sums(Formula formula) {
        List<Formula.Sum> sums = new ArrayList<>();
        collect(formula, sums);
        return sums;
    }

    private static void collect(Formula formula, List<Formula.Sum> sums) {
        if (formula instanceof Formula.Sum sum) {
            sums.add(sum);
        } else if (formula instanceof Formula.Median median) {
            sums.add(new Formula.Sum(median.cube(), median.count()));
        } else if (formula instanceof Formula.Share share) {
            collect(share.inner(), sums);
        } else if (formula instanceof Formula.Running running) {
            collect(running.inner(), sums);
        } else if (formula instanceof Formula.Operation operation) {
            collect(operation.left(), sums);
            collect(operation.right(), sums);
        }
    }
}
