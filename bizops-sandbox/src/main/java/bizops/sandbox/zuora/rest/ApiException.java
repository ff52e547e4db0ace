package bizops.sandbox.zuora.rest;

import bizops.sandbox.http.Reply;

/** A refusal with the reply that says so. Bodies: vendor notes on error bodies. */
final class ApiException extends RuntimeException {
    private final transient Reply reply;

    ApiException(Reply reply) {
        super(reply.status() + "");
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }

    /** The shape of REST resources: {@code {"success":false,"processId":…,"reasons":[{code, message}]}}. */
    static ApiException reasons(int status, int code, String message) {
        var body = Json.object().put("success", false).put("processId", "CBCFED6580B4E076");
        body.putArray("reasons").addObject().put("code", code).put("message", message);
        return new ApiException(Reply.json(status, body.toString()));
    }

    /** The shape of the token endpoint and of the gateway before the APIs. */
    static ApiException plain(int status, String error, String message, String path) {
        return new ApiException(Reply.json(
                status,
                Json.object()
                        .put("timestamp", "2026-01-01T00:00:00.000+0000")
                        .put("status", status)
                        .put("error", error)
                        .put("message", message)
                        .put("path", path)
                        .toString()));
    }

    static ApiException unauthorized() {
        return reasons(401, 90000011, "this resource is protected, please sign in first");
    }

    static ApiException noEntity() {
        return reasons(
                400, 90000020, "The user has access to several entities: name one in the header Zuora-Entity-Ids");
    }

    static ApiException notFound(String path) {
        return reasons(404, 50000040, "Cannot find " + path);
    }

    /** A body that is no JSON, or says what cannot be. */
    static ApiException malformed() {
        return new ApiException(Reply.json(Json.object()
                .put("success", false)
                .put("code", 50000090)
                .put("message", "Oops, request is malformed. Please check your request.")
                .toString()));
    }
}
