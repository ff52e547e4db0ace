package bizops.tap.salesforce.fetch;

import bizops.tap.salesforce.query.Soql;
import bizops.tap.salesforce.rest.Rest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Addresses and replies of the getUpdated and getDeleted calls. */
final class ReplicationPath {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ReplicationPath() {}

    /** @param call {@code updated} or {@code deleted} */
    static String of(Rest rest, String object, String call, Instant start, Instant end) {
        return rest.versioned(
                "sobjects/" + Soql.name(object) + "/" + call + "/?start=" + encoded(start) + "&end=" + encoded(end));
    }

    /** A text member of the reply; a reply without it is broken. */
    static String text(byte[] body, String member) throws IOException {
        JsonNode value = tree(body).path(member);
        if (!value.isTextual()) {
            throw new IOException("the reply has no " + member);
        }
        return value.asText();
    }

    static JsonNode tree(byte[] body) throws IOException {
        JsonNode tree = JSON.readTree(body);
        if (!tree.isObject()) {
            throw new IOException("the reply is no JSON object");
        }
        return tree;
    }

    private static String encoded(Instant instant) {
        return URLEncoder.encode(TIME.format(instant), StandardCharsets.UTF_8);
    }
}
