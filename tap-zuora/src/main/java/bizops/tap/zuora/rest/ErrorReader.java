package bizops.tap.zuora.rest;

import bizops.singer.report.Quotes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** Finds the error in a reply, in every shape that Zuora's APIs give it. Stateless. */
public final class ErrorReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 1_200;

    private ErrorReader() {}

    /** The error of a reply whose status is no success; never fails. */
    public static ZuoraError ofFailure(int status, String body, String requestId) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree != null && tree.isObject()) {
                Optional<ZuoraError> told = told(status, tree, requestId);
                if (told.isPresent()) {
                    return told.get();
                }
                JsonNode error = tree.path("error");
                return new ZuoraError(status, "", message(tree, error.asText("")), requestId);
            }
        } catch (IOException notJson) {
            return new ZuoraError(status, "", oneLine(Quotes.of(body)), requestId);
        }
        return new ZuoraError(status, "", oneLine(Quotes.of(body)), requestId);
    }

    /** The error that a success holds, if it holds one. */
    public static Optional<ZuoraError> inSuccess(JsonNode tree, String requestId) {
        boolean refused = isFalse(tree.path("success"))
                || isFalse(tree.path("Success"))
                || tree.has("faultcode")
                || (tree.path("status").asText("").equals("error") && !tree.has("id"));
        if (!refused) {
            return Optional.empty();
        }
        return told(200, tree, requestId)
                .or(() -> Optional.of(new ZuoraError(200, "", message(tree, tree.toString()), requestId)));
    }

    private static Optional<ZuoraError> told(int status, JsonNode tree, String requestId) {
        JsonNode reason = tree.path("reasons").path(0);
        if (reason.has("code")) {
            return Optional.of(error(status, reason.path("code"), reason.path("message"), requestId));
        }
        JsonNode capital = tree.path("Errors").path(0);
        if (capital.has("Code")) {
            return Optional.of(error(status, capital.path("Code"), capital.path("Message"), requestId));
        }
        if (tree.has("faultcode")) {
            String code = tree.path("faultcode").asText().replaceFirst("^fns:", "");
            return Optional.of(new ZuoraError(
                    status, code, oneLine(tree.path("faultstring").asText("")), requestId));
        }
        for (String name : new String[] {"errorCode", "code"}) {
            if (tree.has(name)) {
                JsonNode text = tree.has("message") ? tree.path("message") : tree.path("errorMessage");
                return Optional.of(error(status, tree.path(name), text, requestId));
            }
        }
        return Optional.empty();
    }

    private static ZuoraError error(int status, JsonNode code, JsonNode message, String requestId) {
        return new ZuoraError(status, code.asText(""), oneLine(message.asText("")), requestId);
    }

    private static String message(JsonNode tree, String otherwise) {
        return oneLine(tree.path("message").asText(otherwise));
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.booleanValue();
    }

    private static String oneLine(String text) {
        String line = text.contains("max-object-size") // the tag is the message
                ? text
                : text.replaceAll("<[^>]{0,200}>", " ");
        line = line.replaceAll("\\s+", " ").strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
