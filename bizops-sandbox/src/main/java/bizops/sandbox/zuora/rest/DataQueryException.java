package bizops.sandbox.zuora.rest;

/** Why a Data Query fails when it runs. */
final class DataQueryException extends RuntimeException {
    DataQueryException(String message) {
        super(message);
    }
}
