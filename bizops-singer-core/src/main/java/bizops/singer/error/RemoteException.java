package bizops.singer.error;

import org.jspecify.annotations.Nullable;

/** A vendor's API refused, failed, or could not be reached after the retries. */
public final class RemoteException extends BizopsException {
    private RemoteException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(exitCode, message, cause);
    }

    /** Repeating the request will not help: wrong credentials, a missing right, a refused query. */
    public static RemoteException permanent(String message, @Nullable Throwable cause) {
        return new RemoteException(ExitCode.FAILURE, message, cause);
    }

    /** Waiting will help: a spent quota, a server out of reach. The state so far is kept. */
    public static RemoteException tryLater(String message, @Nullable Throwable cause) {
        return new RemoteException(ExitCode.TRY_LATER, message, cause);
    }
}
