package bizops.sandbox.zuora.rest;

import bizops.sandbox.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What AQuA says to a job that it does not take: HTTP 200, a code, and no id. */
final class AquaException extends RuntimeException {
    private static final int LONGEST_MESSAGE = 1000;

    private final String code;

    AquaException(String code, String message) {
        super(message);
        this.code = code;
    }

    static AquaException syntax(String why, String query) {
        return new AquaException(
                "90005",
                "There is a syntax error in one of the queries in the AQuA input (Error = " + why + ", Query = " + query
                        + ")");
    }

    /** @param request of which the queries are repeated, as they are */
    Reply reply(JsonNode request) {
        String message = String.valueOf(getMessage());
        ObjectNode body = Json.object();
        body.put("status", "error");
        body.put("errorCode", code);
        body.put("message", message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message);
        if (request.path("queries").isArray()) {
            body.set("batches", request.path("queries"));
        }
        return Reply.json(body.toString());
    }
}
