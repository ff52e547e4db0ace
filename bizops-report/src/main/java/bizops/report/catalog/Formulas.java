package bizops.report.catalog;

import bizops.report.formula.Formula;
import bizops.report.formula.FormulaException;
import bizops.report.formula.FormulaParser;
import bizops.report.source.CubeFile;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts measures into the formulas that name them. Owned by one thread. */
final class Formulas {
    /** More than any formula needs, and far less than a chain of doublings makes. */
    private static final int LONGEST = 1000;

    private final Map<String, Declared> declared;
    private final boolean complete;
    private final Cubes cubes;
    private final Map<String, Optional<Formula>> done = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param complete whether a name that none has is unknown */
    Formulas(Map<String, Declared> declared, boolean complete, Cubes cubes) {
        this.declared = declared;
        this.complete = complete;
        this.cubes = cubes;
    }

    /** The names of all measures, those with mistakes too. */
    List<String> measures() {
        return List.copyOf(declared.keySet());
    }

    boolean areComplete() {
        return complete;
    }

    /** What a reader calls a measure. */
    Optional<String> title(String measure) {
        return Optional.ofNullable(declared.get(measure))
                .flatMap(one -> one.object().word("title"))
                .map(Word::text);
    }

    /**
     * The formula of a measure; empty where it or one that it names is wrong, which is noted once.
     *
     * @throws FormulaException where its formula names itself, by others or not
     */
    Optional<Formula> of(String measure) throws FormulaException {
        if (open.contains(measure)) {
            throw new FormulaException("names itself: " + circle(measure));
        }
        Optional<Formula> known = done.get(measure);
        if (known != null) {
            return known;
        }
        open.addLast(measure);
        Optional<Formula> formula = parse(Objects.requireNonNull(declared.get(measure), measure));
        open.removeLast();
        done.put(measure, formula);
        return formula;
    }

    private Optional<Formula> parse(Declared measure) {
        YamlObject object = measure.object().about("measure \"" + measure.name().text() + "\"");
        Optional<Word> text = object.required("formula");
        Optional<Word> cubeName = object.word("cube");
        Optional<CubeFile> cube = cubeName.flatMap(name -> cubes.ofSums(object, name));
        if (text.isEmpty() || cubeName.isPresent() != cube.isPresent()) {
            return Optional.empty();
        }
        CubeNames names = new CubeNames(cube, this);
        try {
            Formula formula = FormulaParser.parse(
                    text.get().text(), names, object.word("gap").map(Word::text).orElse(null));
            if (formula.parts().limit(LONGEST + 1).count() > LONGEST) {
                throw new FormulaException("has more than " + LONGEST + " parts with the measures that it names");
            }
            return names.areComplete() ? Optional.of(formula) : Optional.empty();
        } catch (FormulaException wrong) {
            object.wrong(text.get().place(), "formula: " + wrong.reason());
            return Optional.empty();
        }
    }

    private String circle(String measure) {
        List<String> names = new ArrayList<>(open);
        return String.join(" -> ", names.subList(names.indexOf(measure), names.size())) + " -> " + measure;
    }
}
