package bizops.tap.zuora.file;

import bizops.singer.task.Background;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A result file on disk, verified to be whole before any of its rows is handed on; removed when closed. Its bytes are
 * looked through while they come, on a thread that ends with the file at the latest. Owned by one thread.
 */
public final class ResultFile implements AutoCloseable {
    private static final int LAYERS = 2;
    private static final int BUFFER = 64 * 1024;

    private final GrowingFile bytes;
    private final Background<Optional<CsvShape>> shape;
    private final LastRow lastRow = new LastRow();
    private long rows = -1;

    private ResultFile(GrowingFile bytes) {
        this.bytes = bytes;
        this.shape = Background.begin("verify-file", () -> {
            try (InputStream in = unpacked(bytes.follow())) {
                return CsvShape.of(in);
            }
        });
    }

    /** A file with the bytes of the stream, which is read to its end. */
    public static ResultFile of(InputStream bytes) throws IOException {
        ResultFile file = new ResultFile(new GrowingFile(Files.createTempFile("tap-zuora", ".csv")));
        try {
            file.bytes.fill(bytes);
            return file;
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** Counts the rows; fails if anything is wrong with the file. What is out of the ordinary is read through once more. */
    public void verify() throws BrokenFileException {
        try {
            Optional<CsvShape> ordinary = shape.result(IOException.class);
            rows = ordinary.isPresent() ? ordinary.get().rows() : scan();
            Optional<byte[]> ends = ordinary.flatMap(CsvShape::ends);
            if (ends.isPresent()) {
                long unused = CsvFile.read(new ByteArrayInputStream(ends.get()), lastRow);
            }
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

    /** Its last row, once it was verified; without a value if the file has none, or only a very long one. */
    public LastRow lastRow() {
        return lastRow;
    }

    /** Hands over every row on the caller's thread, however the file is compressed, and answers how many there were. */
    public long read(RowHandler handler) throws IOException {
        return RowReader.read(this::open, handler);
    }

    private long scan() throws IOException {
        try (InputStream in = open()) {
            return CsvFile.read(in, lastRow);
        }
    }

    private InputStream open() throws IOException {
        return unpacked(Files.newInputStream(bytes.path()));
    }

    @Override
    public void close() {
        shape.close();
        try {
            Files.deleteIfExists(bytes.path());
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    /** The format {@code gzip} is the file's own; a server may compress the transfer on top, or a proxy undo either. */
    private static InputStream unpacked(InputStream file) throws IOException {
        try {
            InputStream in = new BufferedInputStream(file, BUFFER);
            for (int layer = 0; layer < LAYERS && isGzip(in); layer++) {
                in = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
            }
            return in;
        } catch (IOException unreadable) {
            file.close();
            throw unreadable;
        }
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean magic = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return magic;
    }
}
