package bizops.target.acknowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConsumerClosedException;
import bizops.singer.error.LoadException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state is a line of its own that is out when the call returns, and the file never holds less than a whole one. */
final class StateWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void eachStateIsOneLineThatNoBufferKeepsBack() throws IOException {
        StateWriter writer = new StateWriter(new BufferedOutputStream(out), Optional.empty());

        writer.acknowledge(bytes("{\"n\": 1}"));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"n\": 1}\n");
    }

    @Test
    void onlyTheStatePrintedLastIsNotPrintedAgain() throws IOException {
        Path file = folder.resolve("state");
        StateWriter writer = new StateWriter(out, Optional.of(new StateFile(file)));
        for (String state : new String[] {"1", "1", "2", "2", "1"}) {
            writer.acknowledge(bytes(state));
            assertThat(file).hasContent(state + "\n");
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\n2\n1\n");
    }

    @Test
    void aStateThatNobodyReadIsNotInTheFileEither() throws IOException {
        Path file = Files.writeString(folder.resolve("state"), "old");
        StateWriter writer = new StateWriter(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                Optional.of(new StateFile(file)));

        assertThatThrownBy(() -> writer.acknowledge(bytes("1"))).isInstanceOf(ConsumerClosedException.class);
        assertThat(file).hasContent("old");
    }

    @Test
    void aFileThatCannotBeReplacedLeavesNothingBesideIt() throws IOException {
        Path file = folder.resolve("state");
        StateWriter writer = new StateWriter(out, Optional.of(new StateFile(file)));
        Files.createDirectories(file.resolve("inside"));

        assertThatThrownBy(() -> writer.acknowledge(bytes("1")))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("--state-output " + file);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static byte[] bytes(String state) {
        return state.getBytes(StandardCharsets.UTF_8);
    }
}
