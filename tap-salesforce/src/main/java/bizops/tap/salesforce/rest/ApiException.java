package bizops.tap.salesforce.rest;

import bizops.singer.error.RemoteException;

/**
 * An error reply that its caller may know how to answer (halve, restart, describe again). What nobody answers becomes a
 * {@link RemoteException} by {@link #forUser}.
 */
public final class ApiException extends RuntimeException {
    private final transient VendorError error;

    public ApiException(VendorError error) {
        super(error.toString());
        this.error = error;
    }

    public VendorError error() {
        return error;
    }

    public ErrorKind kind() {
        return error.kind();
    }

    /** The failure as the user reads it: where it happened, what the vendor said, what to do. */
    public RemoteException forUser(String where) {
        String text = where + ": Salesforce answered " + error + advice();
        return switch (kind()) {
            case QUOTA, TRANSIENT -> RemoteException.tryLater(text, this);
            default -> RemoteException.permanent(text, this);
        };
    }

    private String advice() {
        return switch (kind()) {
            case QUOTA -> "; the quota of API calls is a rolling 24 hours: run again later, the state is kept";
            case TRANSIENT -> "; run again later, the state is kept";
            case SESSION_REFUSED -> "; the session policy of the user or app forbids API use: change it in Setup";
            case SESSION -> "; check that the app's user may use the API";
            case INVALID_TYPE, NOT_FOUND -> "; grant the user read access to the object, or deselect it";
            case INVALID_FIELD -> "; run --discover again, or grant the user read access to the field";
            case TOO_MUCH ->
                error.code().equals("OPERATION_TOO_LARGE")
                        ? "; give the user the permission View All Data, or deselect the object"
                        : "; deselect fields or the object";
            case REFUSED -> "; the object may need the permission View All Data; otherwise deselect it";
            case UNKNOWN -> "; give the ErrorId to Salesforce support";
            default ->
                switch (error.code()) {
                    case "API_DISABLED_FOR_ORG" -> "; the edition or the user's profile lacks API access";
                    case "MALFORMED_QUERY" ->
                        "; the object may ask for a filter that the tap does not send: deselect it";
                    case "GONE", "UNSUPPORTED_API_VERSION", "InvalidVersion" ->
                        "; set 'api_version' to one that GET /services/data lists";
                    default -> "";
                };
        };
    }
}
