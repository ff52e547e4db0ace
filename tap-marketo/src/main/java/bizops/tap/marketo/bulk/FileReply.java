package bizops.tap.marketo.bulk;

import bizops.singer.http.ApiResponse;
import bizops.singer.json.Json;
import bizops.tap.marketo.rest.Reply;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Tells a file from an error, which comes with status 200 as well. Stateless. */
final class FileReply {
    private static final int ENVELOPE_BYTES = 64 * 1024;

    private FileReply() {}

    /** The file's bytes; an error in their place is thrown. */
    static InputStream body(ApiResponse response) throws IOException {
        BufferedInputStream body = new BufferedInputStream(response.body(), ENVELOPE_BYTES);
        String type = response.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        body.mark(1);
        int first = body.read();
        if (first < 0) {
            return body;
        }
        body.reset();
        if (first == '{' || type.contains("json")) {
            Reply.open(response.status(), Json.parseObject(body));
            throw new IOException("a success without a file came in place of the file");
        }
        return body;
    }
}
