package bizops.tap.zuora.rest;

/**
 * An error as one of Zuora's APIs tells it. Immutable.
 *
 * @param status of HTTP; 200 where the error stands inside a success
 * @param code empty when the reply carries none
 * @param message the vendor's words on one line, or the beginning of a body that is none of its errors
 * @param requestId what Zuora's support asks for; empty when the reply has none
 */
public record ZuoraError(int status, String code, String message, String requestId) {
    /** What it means. */
    public ErrorKind kind() {
        return ErrorKinds.of(status, code, message);
    }

    /** The error in one line: {@code HTTP 400 INVALID_VALUE: There is no field named X (request 1f6a…)}. */
    @Override
    public String toString() {
        String head = "HTTP " + status + (code.isEmpty() ? "" : " " + code);
        String text = message.isEmpty() ? head : head + ": " + message;
        return requestId.isEmpty() ? text : text + " (request " + requestId + ")";
    }
}
