package bizops.singer.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of every failure that a user can do something about. Its message is one line (or, for {@link
 * ConfigException}, one line a problem): what is wrong, where, and what to do. Anything thrown that is not one of these
 * is a defect of the program.
 */
public abstract sealed class BizopsException extends RuntimeException
        permits ConfigException,
                UsageException,
                InputException,
                RemoteException,
                LoadException,
                PartialException,
                ProgramException,
                ConsumerClosedException,
                OutputException {

    private final ExitCode exitCode;

    BizopsException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What the process ends with when nobody handles this. */
    public final ExitCode exitCode() {
        return exitCode;
    }

    /** The message; never null here. */
    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
