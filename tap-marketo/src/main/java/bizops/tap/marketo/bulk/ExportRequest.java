package bizops.tap.marketo.bulk;

import bizops.singer.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job should extract. Immutable.
 *
 * @param fields REST names, in the order of the file's columns
 * @param filter as the API wants it, such as {@code {"createdAt": {"startAt": …, "endAt": …}}}
 */
public record ExportRequest(ExportKind kind, List<String> fields, Map<String, Object> filter) {
    private static final int SHORT = 16;

    public ExportRequest {
        fields = List.copyOf(fields);
    }

    /** The same without some fields. */
    ExportRequest without(List<String> gone) {
        return new ExportRequest(
                kind, fields.stream().filter(field -> !gone.contains(field)).toList(), filter);
    }

    /** The body of the call that makes the job. */
    String body() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("fields", fields);
        body.put("format", "CSV");
        body.put("filter", filter);
        return Json.write(body);
    }

    /** Tells whether a saved job extracts the same rows. */
    public String filterHash() {
        return hash(Json.write(filter));
    }

    /** Tells whether a saved job extracts the same columns. */
    public String fieldsHash() {
        return hash(String.join(",", fields));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SHORT);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
