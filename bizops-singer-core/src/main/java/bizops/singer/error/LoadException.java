package bizops.singer.error;

import org.jspecify.annotations.Nullable;

/** The warehouse refused, failed, or could not be reached after the retries. */
public final class LoadException extends BizopsException {
    private LoadException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(exitCode, message, cause);
    }

    /** Running again without a change will fail the same way. */
    public static LoadException permanent(String message, @Nullable Throwable cause) {
        return new LoadException(ExitCode.FAILURE, message, cause);
    }

    /** A lock is held or the server is out of reach: run again later. */
    public static LoadException tryLater(String message, @Nullable Throwable cause) {
        return new LoadException(ExitCode.TRY_LATER, message, cause);
    }
}
