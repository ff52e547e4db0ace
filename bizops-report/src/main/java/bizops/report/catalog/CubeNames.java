package bizops.report.catalog;

import bizops.report.formula.Formula;
import bizops.report.formula.Formula.Constant;
import bizops.report.formula.Formula.Literal;
import bizops.report.formula.FormulaException;
import bizops.report.formula.Names;
import bizops.report.source.CubeFile;
import bizops.report.source.SumColumn;
import bizops.singer.error.Suggestion;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the names in a measure's formula mean: sums of its cube, constants of the build, other measures. */
final class CubeNames implements Names {
    static final String BUILD = "build.";
    static final List<String> CONSTANTS = List.of("average_retention_months", "gross_margin", "median_conversion_days");
    private static final Formula IN_PLACE_OF_A_MISTAKE = new Literal(BigDecimal.ONE);

    private final Optional<CubeFile> cube;
    private final Formulas measures;
    private boolean complete = true;

    CubeNames(Optional<CubeFile> cube, Formulas measures) {
        this.cube = cube;
        this.measures = measures;
    }

    /** Whether every measure named had a formula. */
    boolean areComplete() {
        return complete;
    }

    @Override
    public Formula named(String name) throws FormulaException {
        if (name.startsWith(BUILD) && CONSTANTS.contains(name.substring(BUILD.length()))) {
            return new Constant(name.substring(BUILD.length()));
        }
        if (sums().contains(name)) {
            return new Formula.Sum(cube.orElseThrow().name(), name);
        }
        if (measures.measures().contains(name)) {
            Optional<Formula> formula = measures.of(name);
            complete &= formula.isPresent();
            return formula.orElse(IN_PLACE_OF_A_MISTAKE);
        }
        if (cube.map(CubeFile::values).orElse(List.of()).contains(name)) {
            throw new FormulaException("\"" + name + "\" is no sum: only median(" + name + ", …) takes it");
        }
        if (!measures.areComplete()) {
            complete = false;
            return IN_PLACE_OF_A_MISTAKE;
        }
        throw unknown("sum or measure", name, known());
    }

    @Override
    public Formula median(String values, String count) throws FormulaException {
        if (cube.isEmpty()) {
            throw new FormulaException("a median needs \"cube\"");
        }
        if (!cube.get().values().contains(values)) {
            throw unknown("column of values", values, cube.get().values());
        }
        if (!sums().contains(count)) {
            throw unknown("sum", count, sums());
        }
        return new Formula.Median(cube.get().name(), values, count);
    }

    @Override
    public String spoken(String name) {
        Optional<String> title = sums().contains(name) ? Optional.empty() : measures.title(name);
        return title.orElse(name.replace(BUILD, "").replace('_', ' '));
    }

    private List<String> sums() {
        return cube.map(one -> one.sums().stream().map(SumColumn::name).toList())
                .orElse(List.of());
    }

    private List<String> known() {
        return Stream.of(sums().stream(), CONSTANTS.stream().map(BUILD::concat), measures.measures().stream())
                .flatMap(names -> names)
                .toList();
    }

    private static FormulaException unknown(String kind, String name, Collection<String> known) {
        return new FormulaException("unknown " + kind + " \"" + name + "\""
                + Suggestion.nearest(name, known)
                        .map(near -> ", did you mean \"" + near + "\"?")
                        .orElse(""));
    }
}
