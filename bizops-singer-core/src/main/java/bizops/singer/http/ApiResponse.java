package bizops.singer.http;

import bizops.singer.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer while it is being read. Valid only inside the {@link PageReader} or {@link Classifier} it is given to. */
public final class ApiResponse {
    private final ApiRequest request;
    private final int status;
    private final Map<String, List<String>> headers;
    private final InputStream body;

    /** @param headers by lower-case name */
    ApiResponse(ApiRequest request, int status, Map<String, List<String>> headers, InputStream body) {
        this.request = request;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public ApiRequest request() {
        return request;
    }

    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The server's clock, from its {@code Date} header; to the second. */
    public Optional<Instant> date() {
        return header("date").flatMap(ApiResponse::httpDate);
    }

    /** The body, decompressed; reading past the client's size cap fails. */
    public InputStream body() {
        return body;
    }

    /** The whole body as UTF-8 text. */
    public String text() throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The whole body as one JSON value, in the kit's plain Java types. */
    public @Nullable Object json() throws IOException {
        return Json.parse(body);
    }

    /** The whole body as a JSON object. */
    public Map<String, @Nullable Object> jsonObject() throws IOException {
        return Json.parseObject(body);
    }

    static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
