package bizops.tap.zuora.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.task.Background;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFileTest {
    @TempDir
    Path folder;

    private GrowingFile file;

    @BeforeEach
    void create() throws IOException {
        file = new GrowingFile(Files.createFile(folder.resolve("file")));
    }

    @Test
    void whatIsWrittenCanBeReadBeforeMoreComes() throws IOException {
        try (PipedOutputStream source = new PipedOutputStream();
                PipedInputStream sink = new PipedInputStream(source);
                Background<Void> writing = filling(sink);
                InputStream reader = file.follow()) {
            source.write(new byte[] {1, 2, 3});
            source.flush();
            assertThat(reader.readNBytes(3)).containsExactly(1, 2, 3);

            source.write(4);
            source.close();

            assertThat(reader.readAllBytes()).containsExactly(4);
            assertThat(writing.result()).isNull();
        }
    }

    @Test
    void readersThatComeLateSeeTheWholeFile() throws IOException {
        byte[] bytes = new byte[200_000];
        bytes[199_999] = 1;

        file.fill(new ByteArrayInputStream(bytes));

        try (InputStream reader = file.follow()) {
            assertThat(reader.available()).isEqualTo(200_000);
            assertThat(reader.readAllBytes()).isEqualTo(bytes);
            assertThat(reader.available()).isZero();
            assertThat(reader.read()).isEqualTo(-1);
        }
    }

    @Test
    void aReaderOfAFileThatNeverEndsIsEndedByAnInterrupt() throws IOException {
        try (InputStream reader = file.follow()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(reader::read).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private Background<Void> filling(InputStream bytes) {
        return Background.begin("fill", () -> {
            file.fill(bytes);
            return null;
        });
    }
}
