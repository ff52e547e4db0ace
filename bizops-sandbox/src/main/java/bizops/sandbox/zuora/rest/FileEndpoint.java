package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.ZuoraFault;
import bizops.sandbox.http.Body;
import bizops.sandbox.http.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** {@code /v1/files/X} and its older names: a file is written while it is sent, a small one with its length known. */
final class FileEndpoint {
    private static final int SMALL_ROWS = 2000;
    private static final int GZIP_TRAILER = 8;

    private final FileStore files;
    private final Faults faults;

    FileEndpoint(FileStore files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    Reply answer(String id, String path, Instant now) {
        ResultFile file = files.find(id, now).orElseThrow(() -> ApiException.notFound("file " + id));
        Optional<Fault> fault = faults.firing(
                Set.of(
                        ZuoraFault.FILE_PURGED,
                        ZuoraFault.FILE_TOO_LARGE,
                        ZuoraFault.FILE_CUT,
                        ZuoraFault.GZIP_TRAILER_MISSING),
                path,
                file.object());
        return fault.isEmpty() ? send(file, body(file)) : spoiled(file, fault.get());
    }

    private Reply spoiled(ResultFile file, Fault fault) {
        switch ((ZuoraFault) fault.name()) {
            case FILE_PURGED -> {
                files.purge(file.id());
                throw ApiException.notFound("file " + file.id());
            }
            case FILE_TOO_LARGE -> {
                if (JobFaults.wide(file.window(), fault)) {
                    return new Reply(
                            403,
                            "application/xml;charset=UTF-8",
                            Body.of("<security:max-object-size>2047MB</security:max-object-size>"),
                            java.util.Map.of(),
                            null);
                }
                return send(file, body(file));
            }
            case FILE_CUT -> {
                int rows = file.rows().size();
                return send(file, body(file.withRows(file.rows().subList(0, rows / 2))));
            }
            default -> {
                byte[] whole = bytes(file);
                int length = file.packing().equals("gzip") ? whole.length - GZIP_TRAILER : whole.length;
                return send(file, Body.of(Arrays.copyOf(whole, length)));
            }
        }
    }

    static Reply send(ResultFile file, Body body) {
        return Reply.of(file.contentType(), body)
                .with("Content-Disposition", "attachment; filename=\"" + file.fileName() + "\"");
    }

    static Body body(ResultFile file) {
        return file.rows().size() > SMALL_ROWS ? Body.streamed(file::writeTo) : Body.of(bytes(file));
    }

    private static byte[] bytes(ResultFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            file.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
