package bizops.singer.error;

import java.io.IOException;
import java.util.Locale;

/** Standard output takes no more though nobody closed it, such as a file on a full disk. */
public final class OutputException extends BizopsException {
    private OutputException(IOException cause) {
        super(
                ExitCode.FAILURE,
                "standard output cannot be written: " + cause.getMessage() + "; mend that, or write elsewhere, and run"
                        + " again",
                cause);
    }

    /** What a failed write to standard output means: {@link ConsumerClosedException} where its reader is gone, else this. */
    public static BizopsException of(IOException failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("pipe") || said.equals("stream closed")
                ? new ConsumerClosedException(failure)
                : new OutputException(failure);
    }
}
