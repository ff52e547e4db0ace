package bizops.tap.marketo.bulk;

import bizops.singer.error.InputException;
import bizops.singer.http.ApiResponse;
import bizops.tap.marketo.rest.ErrorKind;
import bizops.tap.marketo.rest.MarketoException;
import bizops.tap.marketo.rest.Rest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the file of one job and lets nobody see it before bytes, checksum, header and rows are what the job tells. A
 * download that breaks off goes on where it was; one that is wrong is fetched once more. Used once.
 */
final class Download {
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int BUFFER = 1024 * 1024;
    private static final int PASSES = 2;
    private static final int RESUMES = 5;
    private static final int PARTIAL = 206;

    private final Rest rest;
    private final Job job;
    private final ExportStatus status;
    private final boolean quotedNullIsNull;

    Download(Rest rest, Job job, ExportStatus status, boolean quotedNullIsNull) {
        this.rest = rest;
        this.job = job;
        this.status = status;
        this.quotedNullIsNull = quotedNullIsNull;
    }

    ExportFile verified() throws Exception {
        Path path = Files.createTempFile("tap-marketo", ".csv");
        path.toFile().deleteOnExit();
        boolean good = false;
        try {
            String wrong = null;
            for (int pass = 1; pass <= PASSES; pass++) {
                fetch(path);
                wrong = problem(path);
                if (wrong == null) {
                    good = true;
                    return ExportFile.of(path, quotedNullIsNull);
                }
                LOG.warn("the file of export job {} is not as it should be: {}", job.id(), wrong);
            }
            throw new InputException(
                    "the file of export job " + job.id() + " is not as it should be, even when fetched again: " + wrong
                            + "; nothing of it was sent, run again to have it made anew");
        } catch (MarketoException refused) {
            if (refused.kind() == ErrorKind.GONE) {
                throw new ExportGoneException("the file of job " + job.id() + " is gone");
            }
            throw refused;
        } finally {
            if (!good) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void fetch(Path path) throws IOException {
        Files.write(path, new byte[0]);
        for (int resumes = 0; resumes <= RESUMES; resumes++) {
            long before = Files.size(path);
            try {
                rest.file(job.path("file"), before, response -> append(response, path, before));
            } catch (BrokenOffException early) {
                LOG.info("the file of export job {} broke off after {} bytes", job.id(), Files.size(path));
            } catch (MarketoException refused) {
                if (refused.kind() != ErrorKind.BAD_RANGE) {
                    throw refused;
                }
                return;
            }
            long now = Files.size(path);
            if (now >= status.bytes() || (now <= before && resumes > 0)) {
                return;
            }
        }
    }

    private static boolean append(ApiResponse response, Path path, long from) throws IOException {
        InputStream body = FileReply.body(response);
        boolean goesOn = response.status() == PARTIAL
                && response.header("Content-Range").orElse("").startsWith("bytes " + from + "-");
        if (response.status() == PARTIAL && !goesOn) {
            throw new IOException("another part of the file came than was asked for");
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            file.truncate(goesOn ? from : 0);
            file.position(file.size());
            byte[] buffer = new byte[BUFFER];
            for (int read = next(body, buffer); read >= 0; read = next(body, buffer)) {
                out.write(buffer, 0, read);
            }
        }
        return true;
    }

    private static int next(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException brokenOff) {
            throw new BrokenOffException(brokenOff);
        }
    }

    private @Nullable String problem(Path path) throws Exception {
        long size = Files.size(path);
        if (status.bytes() >= 0 && size != status.bytes()) {
            return "it has " + size + " bytes, not the " + status.bytes() + " that the job tells";
        }
        if (!status.sha256().isEmpty() && !status.sha256().equals(sha256(path))) {
            return "its checksum is not the one that the job tells";
        }
        try {
            return ExportFile.of(path, quotedNullIsNull).check(job.fields(), status.rows());
        } catch (InputException unreadable) {
            return unreadable.getMessage();
        }
    }

    private static String sha256(Path path) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
