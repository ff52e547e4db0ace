package bizops.sandbox.salesforce.rest;

/** A refusal of the Bulk API v1: always status 400, with an exception code. */
final class AsyncException extends RuntimeException {
    private final String code;

    AsyncException(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
