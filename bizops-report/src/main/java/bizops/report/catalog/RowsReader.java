package bizops.report.catalog;

import bizops.report.source.CubeFile;
import bizops.report.source.RowsBehind;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which rows stand behind a measure: {@code rows: sao_list}, {@code only: {kind: [created]}}. */
final class RowsReader {
    private RowsReader() {}

    /** Empty where the measure names none; what is wrong is noted. */
    static Optional<RowsBehind> read(YamlObject measure, Cubes cubes) {
        if (!measure.has("rows")) {
            if (measure.has("only")) {
                measure.wrong(measure.place("only"), "\"only\" has no meaning without \"rows\"");
            }
            return Optional.empty();
        }
        Optional<Word> name = measure.word("rows");
        Optional<CubeFile> cube = name.flatMap(word -> cubes.ofRows(measure, word));
        Optional<YamlObject> only = measure.object("only");
        if (cube.isEmpty() || only.isEmpty()) {
            return cube.map(file -> new RowsBehind(file.name(), null, List.of(), measure.place("rows")));
        }
        return only(measure, cube.get(), only.get());
    }

    private static Optional<RowsBehind> only(YamlObject measure, CubeFile cube, YamlObject only) {
        if (only.places().size() != 1) {
            only.wrong(measure.place("only"), "\"only\" names one column, such as {kind: [created]}");
            return Optional.empty();
        }
        Word column = only.places().iterator().next();
        if (!cube.columns().containsKey(column.text())) {
            only.unknown(
                    "column of \"" + cube.name() + "\"", column, cube.columns().keySet());
            return Optional.empty();
        }
        List<Word> texts = only.words(column.text());
        Set<String> seen = new HashSet<>();
        texts.stream()
                .filter(text -> !seen.add(text.text()))
                .forEach(text -> only.wrong(text.place(), "\"" + text.text() + "\" stands there twice"));
        if (only.isEmptyList(column.text())) {
            only.wrong(column.place(), "\"only\" needs texts of that column, such as [created]");
        }
        return Optional.of(new RowsBehind(
                cube.name(), column.text(), texts.stream().map(Word::text).toList(), column.place()));
    }
}
