package bizops.target.acknowledge;

import bizops.singer.error.ConfigException;
import bizops.singer.error.LoadException;
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

    /** @throws ConfigException if no file can be made there */
    public StateFile(Path file) {
        this.file = file.toAbsolutePath();
        if (!Files.isWritable(directory()) || Files.isDirectory(file)) {
            throw new ConfigException("--state-output " + file + " cannot be written: name a file in a folder that is"
                    + " there and may be written");
        }
    }

    private Path directory() {
        return file.getParent() == null ? file : file.getParent();
    }

    void replace(byte[] content) {
        try {
            write(content);
        } catch (IOException failed) {
            throw LoadException.permanent(
                    "--state-output " + file + " cannot be written: " + failed.getMessage()
                            + "; everything that the state printed last covers is loaded",
                    failed);
        }
    }

    private void write(byte[] content) throws IOException {
        Path directory = directory();
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
