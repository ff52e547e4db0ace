package bizops.tap.salesforce.rest;

import bizops.singer.report.Quotes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An error as the API tells it: an array of objects with {@code errorCode} and {@code message}; the token endpoint sends
 * one object with {@code error} and {@code error_description}; the Bulk API v1 sends {@code exceptionCode} and
 * {@code exceptionMessage} as JSON or XML; the edge sends HTML. Immutable.
 *
 * @param code empty when the body carries none
 * @param message the vendor's words, or the beginning of a body that is no JSON; on one line
 */
public record VendorError(int status, String code, String message) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 300;

    /** Reads the body of a reply whose status is no success; never fails. */
    public static VendorError of(int status, byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            JsonNode error = node.isArray() ? node.path(0) : node;
            String code = error.path("errorCode").asText(error.path("error").asText(""));
            if (!code.isEmpty()) {
                String text = error.path("message")
                        .asText(error.path("error_description").asText(""));
                return new VendorError(status, code, oneLine(text));
            }
            String exception = error.path("exceptionCode").asText("");
            if (!exception.isEmpty()) {
                return new VendorError(
                        status,
                        exception,
                        oneLine(error.path("exceptionMessage").asText("")));
            }
        } catch (IOException notJson) {
            return ofXml(status, body);
        }
        return unknown(status, body);
    }

    private static VendorError ofXml(int status, byte[] body) {
        try {
            Map<String, String> error =
                    XmlRecords.of(body, "error", "error").stream().findFirst().orElse(Map.of());
            String code = error.getOrDefault("exceptionCode", "");
            return code.isEmpty()
                    ? unknown(status, body)
                    : new VendorError(status, code, oneLine(error.getOrDefault("exceptionMessage", "")));
        } catch (IOException notXml) {
            return unknown(status, body);
        }
    }

    private static VendorError unknown(int status, byte[] body) {
        return new VendorError(status, "", oneLine(Quotes.of(new String(body, StandardCharsets.UTF_8))));
    }

    /** What it means. */
    public ErrorKind kind() {
        return ErrorKind.of(status, code, message);
    }

    /** The error in one line: {@code HTTP 400 INVALID_FIELD: No such column …}. */
    @Override
    public String toString() {
        String head = "HTTP " + status + (code.isEmpty() ? "" : " " + code);
        return message.isEmpty() ? head : head + ": " + message;
    }

    private static String oneLine(String text) {
        String line =
                text.replaceAll("<[^>]{0,200}>", " ").replaceAll("\\s+", " ").strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
