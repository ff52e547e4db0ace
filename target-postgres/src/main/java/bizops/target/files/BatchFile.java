package bizops.target.files;

import bizops.singer.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file of a BATCH: bare records of one stream, one a line. It is read and left where it is. Immutable.
 *
 * @param line of the message
 * @param version of all its records; null for none
 */
public record BatchFile(String stream, @Nullable Long version, Path path, boolean gzip, long line) {
    private static final int BUFFER = 64 * 1024;

    /** Opens it; the caller closes it. */
    public InputStream open() throws IOException {
        InputStream in = Files.newInputStream(path);
        if (!gzip) {
            return in;
        }
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (IOException noGzip) {
            in.close();
            throw noGzip;
        }
    }

    /** The error with where the file was named. */
    public InputException in(InputException refused) {
        return new InputException(where() + ": " + refused.getMessage(), refused);
    }

    /** For a file that cannot be read to its end. */
    public InputException unreadable(IOException why) {
        String reason = why instanceof NoSuchFileException ? "there is no such file" : String.valueOf(why.getMessage());
        return new InputException(
                where() + " cannot be read: " + reason
                        + "; it must lie where the target runs, and whole, when the BATCH message comes",
                why);
    }

    private String where() {
        return "line " + line + ", stream \"" + stream + "\", file " + path;
    }
}
