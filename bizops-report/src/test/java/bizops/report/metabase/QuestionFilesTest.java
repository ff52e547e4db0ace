package bizops.report.metabase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of questions and dashboards against each other and against the page that shows them. */
final class QuestionFilesTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "bizops", "report", "metabase", "questions");
    private static final Pattern FILTER = Pattern.compile("\\[\\[(?:where|and) \\{\\{(\\w+)}}]]");

    private final ProgramFiles files = new ProgramFiles();
    private final Map<String, Question> questions = new TreeMap<>();

    QuestionFilesTest() {
        for (Board board : files.boards()) {
            board.questions().forEach(name -> questions.put(name, files.question(name)));
        }
    }

    @Test
    void everyQuestionIsOnADashboardAndEveryDashboardTellsWhatIsMissing() throws Exception {
        try (Stream<Path> all = Files.list(FOLDER)) {
            assertThat(all.map(file -> String.valueOf(file.getFileName()).replace(".sql", "")))
                    .containsExactlyInAnyOrderElementsOf(questions.keySet());
        }
        assertThat(files.boards()).allMatch(board -> board.questions().contains("notes"));
    }

    @Test
    void everyQuestionStandsInTheDocumentationWithoutItsFilters() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "metabase.md"));
        for (Question question : questions.values()) {
            String plain = question.sql()
                    .lines()
                    .filter(line -> !FILTER.matcher(line).matches())
                    .collect(Collectors.joining("\n"));
            assertThat(page).as(question.name()).contains("```sql\n" + plain + "\n```");
        }
    }

    @Test
    void everyFilterIsAColumnOfTheOneMartThatTheQuestionReadsWithoutAnAlias() {
        for (Question question : questions.values()) {
            List<String> used = FILTER.matcher(question.sql())
                    .results()
                    .map((MatchResult filter) -> filter.group(1))
                    .toList();
            assertThat(new TreeSet<>(used))
                    .as(question.name())
                    .isEqualTo(new TreeSet<>(question.filters().keySet()));
            question.filters()
                    .values()
                    .forEach(column -> assertThat(question.sql())
                            .as("an alias would hide the name that Metabase writes")
                            .containsPattern("from marts\\." + column.split("\\.", -1)[0] + "\\n"));
        }
    }
}
