package bizops.target.acknowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The file of {@code --state-output}: always a whole state, the old one or the new one, even after a crash. */
public final class StateFile {
    private final Path file;

    public StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    void replace(byte[] content) throws IOException {
        Path directory = file.getParent() == null ? file : file.getParent();
        Path next = Files.createTempFile(directory, "." + file.getFileName(), ".next");
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    int unused = channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            boolean unused = Files.deleteIfExists(next);
        }
    }
}
