package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Forms;
import bizops.sandbox.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code composite/batch} and {@code composite}: up to 25 GET requests in one call, of which 5 queries. */
final class CompositeEndpoint {
    private static final int MOST = 25;
    private static final int MOST_QUERIES = 5;

    private record Part(String id, Call call) {}

    private final Function<Call, Reply> router;

    CompositeEndpoint(Function<Call, Reply> router) {
        this.router = router;
    }

    Reply batch(Call call) {
        List<Reply> replies = parts(call, "batchRequests").stream()
                .map(part -> router.apply(part.call()))
                .toList();
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            json.writeBooleanField("hasErrors", replies.stream().anyMatch(reply -> reply.status() >= 400));
            json.writeArrayFieldStart("results");
            for (Reply reply : replies) {
                json.writeStartObject();
                json.writeNumberField("statusCode", reply.status());
                json.writeFieldName("result");
                json.writeRawValue(raw(reply));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    Reply composite(Call call) {
        List<Part> parts = parts(call, "compositeRequest");
        List<Reply> replies =
                parts.stream().map(part -> router.apply(part.call())).toList();
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("compositeResponse");
            for (int i = 0; i < parts.size(); i++) {
                json.writeStartObject();
                json.writeFieldName("body");
                json.writeRawValue(raw(replies.get(i)));
                json.writeObjectFieldStart("httpHeaders");
                json.writeEndObject();
                json.writeNumberField("httpStatusCode", replies.get(i).status());
                json.writeStringField("referenceId", parts.get(i).id());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static String raw(Reply reply) {
        return reply.text().isEmpty() ? "null" : reply.text();
    }

    private static List<Part> parts(Call call, String key) {
        if (!call.method().equals("POST")) {
            throw new ApiException(
                    405, "METHOD_NOT_ALLOWED", "HTTP Method '" + call.method() + "' not allowed. Allowed are POST");
        }
        if (!call.header("content-type").orElse("").startsWith("application/json")) {
            throw new ApiException(415, "UNSUPPORTED_MEDIA_TYPE", "Content type not supported, use application/json");
        }
        List<Part> parts = new ArrayList<>();
        for (JsonNode request : Json.read(call.body()).path(key)) {
            parts.add(part(call, request));
        }
        long queries = parts.stream()
                .filter(part -> part.call().path().contains("/query"))
                .count();
        if (parts.isEmpty() || parts.size() > MOST || queries > MOST_QUERIES) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "A call takes 1 to " + MOST + " requests, " + MOST_QUERIES + " queries at most");
        }
        return parts;
    }

    private static Part part(Call call, JsonNode request) {
        String url = request.path("url").asText();
        String local = url.startsWith("/") ? url : "/services/data/" + url;
        int question = local.indexOf('?');
        String path = question < 0 ? local : local.substring(0, question);
        Map<String, String> query = question < 0 ? Map.of() : Forms.parse(local.substring(question + 1));
        return new Part(
                request.path("referenceId").asText(),
                call.to(request.path("method").asText("GET"), path, query));
    }
}
