package bizops.singer.state;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.report.LogLines;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A state that is not read as it stands is told, so that nobody wonders where a run began. */
class StateFileToldTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|WARN state FILE is empty; reading everything from the start",
                "null|WARN state FILE is null; reading everything from the start",
                "{}|",
                "{\"bookmarks\":{}}|",
                "{\"a\":1}\\n{\"a\":2}\\n|WARN state FILE has several lines; using line 2",
                "{\"a\":1}\\n\\n{\"a\":2}\\n{\"a|WARN state FILE has several lines; using line 3",
                "{\"singer_state\":{}}|INFO state: using its 'singer_state'",
                "{\"completed\":{\"singer_state\":{}}}|INFO state: using its 'singer_state'"
            })
    void whatIsTakenForTheStateIsSaid(String content, String told, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("state.json"), content.replace("\\n", "\n"));
        try (LogLines log = new LogLines()) {
            SyncState unused = StateFile.read(file);

            assertThat(log.lines().stream()
                            .map(line -> line.replace(file.toString(), "FILE").replaceFirst("completed.*", "")))
                    .isEqualTo(told == null ? java.util.List.of() : java.util.List.of(told));
        }
    }
}
