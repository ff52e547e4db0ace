package bizops.sandbox.marketo.wire;

/** A refusal with one of Marketo's codes (section 2 of the vendor notes); it is answered with status 200. */
public final class MarketoException extends RuntimeException {
    private final String code;

    public MarketoException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static MarketoException notFound() {
        return new MarketoException("610", "Requested resource not found");
    }

    public static MarketoException missing(String parameter) {
        return new MarketoException("1002", "Missing value for the required parameter '" + parameter + "'");
    }

    public static MarketoException invalid(String value, String type) {
        return new MarketoException("1001", "Invalid value '" + value + "'. Required of type '" + type + "'");
    }
}
