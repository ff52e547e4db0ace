package bizops.sandbox.zuora.rest;

import bizops.sandbox.http.Body;
import bizops.sandbox.http.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** {@code /v1/files/X} and its older names: a file is written while it is sent, a small one with its length known. */
final class FileEndpoint {
    private static final int SMALL_ROWS = 2000;

    private final FileStore files;

    FileEndpoint(FileStore files) {
        this.files = files;
    }

    Reply answer(String id, Instant now) {
        return send(files.find(id, now).orElseThrow(() -> ApiException.notFound("file " + id)));
    }

    static Reply send(ResultFile file) {
        return Reply.of(file.contentType(), body(file))
                .with("Content-Disposition", "attachment; filename=\"" + file.fileName() + "\"");
    }

    private static Body body(ResultFile file) {
        return file.rows().size() > SMALL_ROWS ? Body.streamed(file::writeTo) : Body.of(bytes(file));
    }

    static byte[] bytes(ResultFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            file.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
