package bizops.singer.error;

import org.jspecify.annotations.Nullable;

/** A message, record or seed file is wrong: the message says which line, stream and field, and what to do. */
public final class InputException extends BizopsException {
    public InputException(String message) {
        this(message, null);
    }

    public InputException(String message, @Nullable Throwable cause) {
        super(ExitCode.FAILURE, message, cause);
    }
}
