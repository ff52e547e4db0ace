package bizops.tap.salesforce.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file that nobody else can open and that is gone with the process, however that ends: it is deleted right
 * after it was opened where the system allows that, else when it is closed. Owned by one thread at a time.
 */
final class PageFile implements AutoCloseable {
    private final FileChannel channel;

    PageFile() {
        try {
            Path path = Files.createTempFile("tap-salesforce", ".csv");
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("no temporary file can be made", unwritable);
        }
    }

    /** Forgets what was written and begins anew; to close the stream is to close the file. */
    OutputStream rewrite() throws IOException {
        channel.truncate(0);
        channel.position(0);
        return Channels.newOutputStream(channel);
    }

    /** What was written, from the start; to close the stream is to close the file. */
    InputStream read() throws IOException {
        channel.position(0);
        return Channels.newInputStream(channel);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyUseless) {
            throw new UncheckedIOException(alreadyUseless);
        }
    }
}
