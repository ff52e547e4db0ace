package bizops.sandbox.salesforce.login;

import bizops.sandbox.http.Reply;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A refused grant: the token endpoint answers it with status 400 and one object. */
final class Refusal extends RuntimeException {
    private final String error;
    private final String description;

    Refusal(String error, String description) {
        super(error + ": " + description, null, false, false);
        this.error = error;
        this.description = description;
    }

    static Refusal grant(String description) {
        return new Refusal("invalid_grant", description);
    }

    Reply reply() {
        return Reply.json(
                400,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("error", error)
                        .put("error_description", description)
                        .toString());
    }
}
