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
        return RemoteException.permanent(where + ": " + error + error.advice(), this);
    }
}
