package bizops.tap.zuora.rest;

import bizops.singer.error.RemoteException;

/**
 * An error reply that its caller may know how to answer (ask for less, leave a field out, submit again). What nobody
 * answers becomes a {@link RemoteException} by {@link #forUser}.
 */
public final class ApiException extends RuntimeException {
    private final transient ZuoraError error;

    public ApiException(ZuoraError error) {
        super(error.toString());
        this.error = error;
    }

    public ZuoraError error() {
        return error;
    }

    public ErrorKind kind() {
        return error.kind();
    }

    /** The failure as the user reads it: where it happened, what the vendor said, what to do. */
    public RemoteException forUser(String where) {
        String text = where + ": Zuora answered " + error + advice();
        return switch (kind()) {
            case RATE, TRANSIENT, BUSY -> RemoteException.tryLater(text, this);
            default -> RemoteException.permanent(text, this);
        };
    }

    private String advice() {
        return switch (kind()) {
            case RATE, TRANSIENT, BUSY -> "; run again later, the state is kept";
            case ENTITY -> "; set 'entity_id' to one of the tenant's entities";
            case AUTH -> "; check the credentials";
            case PERMISSION ->
                "; give the API user's role the right to it (files need \"Enable DataSource Exports Reporting\"), or"
                        + " deselect the stream";
            case FIELD -> "; run --discover again, or deselect the field";
            case SOURCE -> "; the tenant does not have this object for exports: deselect the stream";
            case TOO_MUCH -> "; set 'page_rows' lower, or deselect fields";
            case NO_DELETIONS -> "; set 'deleted' to ignore";
            default -> error.code().equals("90019") ? "; remove 'partner_id'" : "";
        };
    }
}
