package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Reply;

/** A refusal with its HTTP status, error code and message. */
final class ApiException extends RuntimeException {
    private final int status;
    private final String code;

    ApiException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ApiException notFound() {
        return new ApiException(404, "NOT_FOUND", "The requested resource does not exist");
    }

    static ApiException sessionInvalid() {
        return new ApiException(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }

    Reply reply() {
        return Reply.json(status, Json.text(json -> {
            json.writeStartArray();
            json.writeStartObject();
            json.writeStringField("message", getMessage());
            json.writeStringField("errorCode", code);
            json.writeEndObject();
            json.writeEndArray();
        }));
    }
}
