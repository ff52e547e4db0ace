package bizops.report.catalog;

import bizops.report.source.CubeFile;
import bizops.report.source.RowsBehind;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import java.util.List;
import java.util.Optional;

/** Reads which rows stand behind a measure: {@code rows: sao_list}, {@code only: {kind: [created]}}. */
final class RowsReader {
    private RowsReader() {}

    /** Empty where the measure names none; what is wrong is noted. */
    static Optional<RowsBehind> read(YamlObject measure, Cubes cubes) {
        Optional<Word> name = measure.word("rows");
        if (name.isEmpty() && measure.has("only")) {
            measure.wrong(measure.place("only"), "\"only\" has no meaning without \"rows\"");
        }
        Optional<CubeFile> cube = name.flatMap(word -> cubes.ofRows(measure, word));
        Optional<YamlObject> only = measure.object("only");
        if (cube.isEmpty() || only.isEmpty()) {
            return cube.map(file -> new RowsBehind(file.name(), null, List.of()));
        }
        return only(measure, cube.get(), only.get());
    }

    private static Optional<RowsBehind> only(YamlObject measure, CubeFile cube, YamlObject only) {
        if (only.keys().size() != 1) {
            only.wrong(measure.place("only"), "\"only\" names one column, such as {kind: [created]}");
            return Optional.empty();
        }
        String column = only.keys().iterator().next();
        List<String> texts = only.words(column).stream().map(Word::text).toList();
        if (!cube.columns().containsKey(column)) {
            only.unknown(
                    "column",
                    new Word(column, only.place(column)),
                    cube.columns().keySet());
        } else if (texts.isEmpty()) {
            only.wrong(only.place(column), "\"only\" needs texts of that column, such as [created]");
        }
        return Optional.of(new RowsBehind(cube.name(), column, texts));
    }
}
