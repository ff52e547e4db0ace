package bizops.tap.marketo.rest;

import bizops.singer.error.RemoteException;

/** Marketo refused a call, and somebody up the stack may know an answer. Immutable. */
public final class MarketoException extends RuntimeException {
    private final transient MarketoError error;

    public MarketoException(MarketoError error) {
        super(error.toString());
        this.error = error;
    }

    public MarketoError error() {
        return error;
    }

    public ErrorKind kind() {
        return error.kind();
    }

    /** What the user is told when nobody knew one. */
    public RemoteException forUser(String where) {
        return RemoteException.permanent(where + ": " + error + advice(), this);
    }

    private String advice() {
        return switch (error.kind()) {
            case ACCESS ->
                "; give the API user's role the read-only permission for it, and let this machine's address through if"
                        + " the instance has an allow-list";
            case FEATURE_OFF -> "; the subscription does not have it: take the stream out of the selection";
            case FATAL -> error.code().equals("610") || error.code().equals("614") ? "; check 'endpoint'" : "";
            default -> "";
        };
    }
}
