package bizops.report.metabase;

import bizops.report.source.Place;
import bizops.report.yaml.Mistakes;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import bizops.report.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the program's dashboards ({@code dashboards.yml}) and the questions on them ({@code questions/NAME.sql}). */
final class ProgramFiles {
    private final Mistakes mistakes = new Mistakes();

    /** All dashboards, in the order written. */
    List<Board> boards() {
        List<Board> boards = new ArrayList<>();
        yaml("dashboards.yml", text("dashboards.yml"))
                .members()
                .forEach((name, board) -> boards.add(new Board(
                        name.text(),
                        required(board, "title"),
                        required(board, "about"),
                        board.words("rows").stream()
                                .map(row -> List.of(row.text().split(" ")))
                                .toList())));
        mistakes.throwIfAny();
        return boards;
    }

    /** A question, whose file is a comment of YAML and a statement. */
    Question question(String name) {
        String file = "questions/" + name + ".sql";
        String text = text(file);
        int end = text.indexOf("*/");
        YamlObject header = yaml(file, text.substring("/*\n".length(), end));
        Map<String, String> filters = new LinkedHashMap<>();
        header.texts("filters").forEach((filter, column) -> filters.put(filter.text(), column.text()));
        Question question = new Question(
                name,
                required(header, "title"),
                required(header, "about"),
                required(header, "display"),
                texts(header.words("x")),
                texts(header.words("y")),
                filters,
                text.substring(end + "*/\n".length()).strip());
        mistakes.throwIfAny();
        return question;
    }

    private YamlObject yaml(String file, String text) {
        YamlObject object = YamlText.object(new Place(file, 1), text, mistakes).orElse(null);
        mistakes.throwIfAny();
        return Objects.requireNonNull(object, file);
    }

    private static String required(YamlObject object, String key) {
        return object.required(key).map(Word::text).orElse("");
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    private static String text(String file) {
        try (InputStream in = ProgramFiles.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("cannot read resource " + file, broken);
        }
    }
}
