package bizops.report.catalog;

import bizops.report.files.SourceFile;
import bizops.report.formula.Formula;
import bizops.report.formula.FormulaException;
import bizops.report.source.CubeFile;
import bizops.report.source.Measure;
import bizops.report.source.Measure.Better;
import bizops.report.source.Reasons;
import bizops.report.source.RowsBehind;
import bizops.report.source.SumColumn;
import bizops.report.source.Unit;
import bizops.report.yaml.Mistakes;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import bizops.report.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads files of measures, the user's after the program's. Owned by one thread. */
final class MeasuresReader {
    private static final List<String> PARTS = List.of("measures", "gaps");
    private static final List<String> KEYS =
            List.of("title", "unit", "places", "cube", "formula", "definition", "better", "gap", "rows", "only");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final int MOST_PLACES = 6;

    private final Cubes cubes;
    private final Mistakes mistakes;
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Map<String, Reasons> reasons = new TreeMap<>();
    private boolean complete = true;

    MeasuresReader(Cubes cubes, Mistakes mistakes) {
        this.cubes = cubes;
        this.mistakes = mistakes;
        defaultReasons();
    }

    void add(SourceFile file) {
        Optional<YamlObject> all = YamlText.object(file.line(1), file.text(), mistakes);
        all.ifPresent(object -> object.only(PARTS));
        complete &= all.filter(object -> PARTS.containsAll(object.keys())).isPresent();
        all.flatMap(object -> object.object("measures"))
                .ifPresent(object -> object.members()
                        .forEach((name, measure) -> declare(new Declared(name, file.isOwn(), measure))));
        all.flatMap(object -> object.object("gaps")).ifPresent(this::addReasons);
    }

    /** The user's takes the place of the program's. */
    private void declare(Declared measure) {
        String name = measure.name().text();
        Declared other = declared.get(name);
        if (other != null && other.isOwn() == measure.isOwn()) {
            mistakes.add(
                    measure.name().place(),
                    "measure \"" + name + "\": stands in " + other.name().place() + " already");
        } else {
            declared.put(name, measure);
        }
    }

    /** The names of all measures, those with mistakes too. */
    Set<String> names() {
        return declared.keySet();
    }

    /** Whether every file could be read, so that a name that none has is unknown. */
    boolean isComplete() {
        return complete;
    }

    Map<String, Reasons> reasons() {
        return reasons;
    }

    /** All that have no mistake. */
    Map<String, Measure> read() {
        Formulas formulas = new Formulas(declared, complete, cubes);
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (Declared one : declared.values()) {
            Optional<Measure> measure = measure(one, formulas);
            measure.ifPresent(read -> measures.put(one.name().text(), read));
        }
        return measures;
    }

    private Optional<Measure> measure(Declared one, Formulas formulas) {
        String name = one.name().text();
        YamlObject object = one.object().about("measure \"" + name + "\"");
        if (!NAME.matcher(name).matches()) {
            object.wrong(one.name().place(), "a name has lower-case letters, digits and _");
        }
        object.only(KEYS);
        Optional<Word> title = object.required("title");
        object.required("unit");
        Optional<Unit> unit = object.oneOf("unit", Unit.class);
        Optional<Integer> places = object.integer("places", 0, MOST_PLACES);
        Optional<Word> definition = object.required("definition");
        Better better = object.oneOf("better", Better.class).orElse(Better.NEITHER);
        Optional<RowsBehind> rows = RowsReader.read(object, cubes);
        Optional<Formula> formula = formula(name, formulas);
        if (title.isEmpty() || unit.isEmpty() || definition.isEmpty() || formula.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Measure(
                name,
                title.get().text(),
                unit.get(),
                places.orElse(unit.get().places()),
                object.word("formula").map(Word::text).orElse(""),
                formula.get(),
                definition.get().text(),
                better,
                rows.orElse(null),
                one.name().place()));
    }

    private static Optional<Formula> formula(String name, Formulas formulas) {
        try {
            return formulas.of(name);
        } catch (FormulaException impossible) {
            throw new IllegalStateException("no formula is open", impossible);
        }
    }

    private void defaultReasons() {
        for (CubeFile cube : cubes.read().values()) {
            for (SumColumn sum : cube.sums()) {
                reasons.put(sum.name(), reasonsFor(sum.name()));
            }
        }
        for (String constant : CubeNames.CONSTANTS) {
            reasons.put(CubeNames.BUILD + constant, reasonsFor(constant));
        }
    }

    private static Reasons reasonsFor(String name) {
        String words = name.replace('_', ' ');
        return new Reasons(words + " is unknown", words + " is 0");
    }

    private void addReasons(YamlObject gaps) {
        gaps.members().forEach((name, gap) -> {
            YamlObject object = gap.about("gap of \"" + name.text() + "\"");
            object.only(List.of("unknown", "zero"));
            Reasons before = reasons.get(name.text());
            if (before == null) {
                if (!cubes.areComplete()) {
                    return; // one with mistakes may have it
                }
                object.unknown("sum or constant", name, new TreeSet<>(reasons.keySet()));
            } else {
                reasons.put(
                        name.text(),
                        new Reasons(
                                object.word("unknown").map(Word::text).orElse(before.unknown()),
                                object.word("zero").map(Word::text).orElse(before.zero())));
            }
        });
    }
}
