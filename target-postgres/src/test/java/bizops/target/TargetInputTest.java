package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages come from, how many make a batch, and what is refused before the first of them. */
final class TargetInputTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{\"properties\":{\"n\":{\"type\":\"integer\"}}}}";

    private final Loading loading = new Loading();

    @ParameterizedTest
    @ValueSource(strings = {"--input", "--file-input"})
    void messagesComeFromAFileToo(String flag, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("messages"), SCHEMA + "\n" + row(1) + "\n" + state(5) + "\n");

        Loading.Outcome outcome = loading.load(InputStream.nullInputStream(), flag, file.toString());

        assertThat(outcome.states()).containsExactly("5");
        assertThat(loading.load(InputStream.nullInputStream(), flag, file + ".gone")
                        .errors())
                .contains("there is no such file")
                .hasLineCount(1);
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
    }

    @Test
    void aBatchEndsAtItsBytes() {
        loading.with("batch_size_bytes", "1024");
        String lines = IntStream.rangeClosed(1, 400)
                .mapToObj(n -> row(n) + "\n" + state(n) + "\n")
                .collect(Collectors.joining("", SCHEMA + "\n", ""));

        Loading.Outcome outcome = loading.load(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));

        assertThat(outcome.states()).hasSizeGreaterThan(5).endsWith("400");
        assertThat(loading.value("SELECT count(DISTINCT _sdc_batched_at) > 5 FROM s"))
                .isEqualTo("t");
    }

    @Test
    void aSchemaAgainInAnotherOrderOfItsMembersIsTheSame() {
        String one = "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{\"type\":\"object\",\"properties\":{\"n\":"
                + "{\"type\":\"integer\",\"minimum\":0},\"m\":{}}}}";
        String other = "{\"schema\":{\"properties\":{\"m\": {},\"n\":{\"minimum\":0,\"type\":\"integer\"}},"
                + "\"type\":\"object\"},\"type\":\"SCHEMA\",\"key_properties\":[],\"stream\":\"s\"}";

        loading.loads(one, row(1), other, row(2), one, row(3));

        assertThat(loading.rows("SELECT count(*), count(DISTINCT _sdc_batched_at) FROM s")
                        .toString())
                .isEqualTo("[[3, 1]]");
    }

    @Test
    void aKeyMayBeDemanded() {
        loading.with("primary_key_required", "true");

        assertThat(loading.load(SCHEMA, row(1)).errors())
                .contains("line 1, stream \"s\": it has no key_properties", "primary_key_required")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-folder/state.json", "."})
    void aStateFileThatCannotBeWrittenIsSaidBeforeAnythingIsLoaded(String name, @TempDir Path folder) {
        Loading.Outcome outcome = loading.load(
                new ByteArrayInputStream((SCHEMA + "\n" + row(1) + "\n").getBytes(StandardCharsets.UTF_8)),
                "--state-output",
                folder.resolve(name).toString());

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("--state-output ", "cannot be written")
                .hasLineCount(1);
        assertThat(loading.rows("SELECT 1 FROM pg_tables WHERE tablename = 's'"))
                .isEmpty();
    }

    private static String row(int n) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"n\":" + n + "}}";
    }

    private static String state(int n) {
        return "{\"type\":\"STATE\",\"value\":" + n + "}";
    }
}
