package bizops.tap.zuora.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A result file on disk, verified to be whole before any of its rows is handed on; removed when closed. Owned by one
 * thread.
 */
public final class ResultFile implements AutoCloseable {
    private static final int LAYERS = 2;
    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private long rows = -1;

    private ResultFile(Path path) {
        this.path = path;
    }

    /** A file with the bytes of the stream, which is read to its end. */
    public static ResultFile of(InputStream bytes) throws IOException {
        Path path = Files.createTempFile("tap-zuora", ".csv");
        ResultFile file = new ResultFile(path);
        try {
            Files.copy(bytes, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** Reads it through and counts the rows; fails if anything is wrong with it. */
    public void verify() throws BrokenFileException {
        try {
            OptionalLong ordinary = ordinaryRows();
            rows = ordinary.isPresent() ? ordinary.getAsLong() : read(new Unread());
        } catch (BrokenFileException broken) {
            throw broken;
        } catch (EOFException | ZipException cut) {
            throw new BrokenFileException("the compressed file ends early: " + cut.getMessage(), cut);
        } catch (IOException unreadable) {
            throw new BrokenFileException("the file cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** How many rows it holds; known once it was verified. */
    public long rows() {
        if (rows < 0) {
            throw new IllegalStateException("not verified");
        }
        return rows;
    }

    private OptionalLong ordinaryRows() throws IOException {
        try (InputStream in = open()) {
            return CsvShape.rows(in);
        }
    }

    /** Hands over every row, however the file is compressed, and answers how many there were. */
    public long read(RowHandler handler) throws IOException {
        try (InputStream in = open()) {
            return CsvFile.read(in, handler);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    /** The format {@code gzip} is the file's own; a server may compress the transfer on top, or a proxy undo either. */
    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        for (int layer = 0; layer < LAYERS && isGzip(in); layer++) {
            in = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
        }
        return in;
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean magic = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return magic;
    }

    /** For rows that are counted alone. */
    private static final class Unread implements RowHandler {
        @Override
        public void header(List<String> names) {}

        @Override
        public void row(String[] values) {}
    }
}
