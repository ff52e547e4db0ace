package bizops.singer.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|{}",
                "` \\n\\t`|{}",
                "null|{}",
                "{}|{}",
                "{\"bookmarks\":{\"a\":{\"n\":1.50}}}|{\"bookmarks\":{\"a\":{\"n\":1.50}}}",
                "{\\n  \"bookmarks\": {}\\n}\\n|{\"bookmarks\":{}}",
                "{\"type\":\"STATE\",\"value\":{\"a\":1}}|{\"a\":1}",
                "{\"type\":\"state\",\"value\":null}|{}",
                "{\"singer_state\":{\"a\":1}}|{\"a\":1}",
                "{\"completed\":{\"singer_state\":{\"a\":1}},\"partial\":{}}|{\"a\":1}",
                "{\"completed\":{},\"partial\":{\"singer_state\":{\"a\":1}}}|{\"a\":1}",
                "{\"completed\":{\"singer_state\":{\"a\":{\"k\":1},\"b\":{\"k\":1}}},\"partial\":{\"singer_state\":"
                        + "{\"a\":{\"k\":2},\"c\":null}}}|{\"a\":{\"k\":2},\"b\":{\"k\":1},\"c\":null}",
                "{\"a\":1}\\n{\"a\":2}\\n|{\"a\":2}",
                "{\"a\":1}\\n\\n{\"a\":2}\\n{\"a\":|{\"a\":2}",
                "{\"a\":1}\\n{\"type\":\"STATE\",\"value\":{\"a\":3}}\\r\\n|{\"a\":3}",
                "\uFEFF{\"a\":1}|{\"a\":1}"
            })
    void readsEveryShapeThatShellsAndToolsLeave(String content, String state, @TempDir Path folder) throws Exception {
        assertThat(StateFile.read(file(folder, content)).json()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":|is no JSON",
                "[1]|must hold a JSON object, got [1]",
                "7|must hold a JSON object, got 7",
                "{\\n  \"a\": {\\n    {\"b\":1}\\n|is no JSON",
                "no state|is no JSON"
            })
    void refusesWhatIsNoStateInsteadOfStartingOver(String content, String message, @TempDir Path folder)
            throws Exception {
        Path file = file(folder, content);

        assertThatThrownBy(() -> StateFile.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("state " + file + " " + message)
                .hasMessageEndingWith("; correct the file, or remove it to read everything from the start");
    }

    @Test
    void refusesAFileThatIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> StateFile.read(folder.resolve("none.json")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("none.json cannot be read");
    }

    private static Path file(Path folder, String content) throws Exception {
        String text = content.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");
        return Files.writeString(folder.resolve("state.json"), text);
    }
}
