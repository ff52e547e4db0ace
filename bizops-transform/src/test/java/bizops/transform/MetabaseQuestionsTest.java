package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The questions of docs/metabase.md, asked. */
final class MetabaseQuestionsTest {
    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyQuestionHasAnAnswerInTheWorkedExample() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        List<String> questions = questions();

        assertThat(questions).hasSizeGreaterThan(10);
        for (String question : questions) {
            assertThat(warehouse.rows(question)).as(question).isNotEmpty();
        }
    }

    private static List<String> questions() throws Exception {
        List<String> questions = new ArrayList<>();
        Matcher block = SQL.matcher(Files.readString(Path.of("..", "docs", "metabase.md")));
        while (block.find()) {
            questions.add(block.group(1));
        }
        return questions;
    }
}
