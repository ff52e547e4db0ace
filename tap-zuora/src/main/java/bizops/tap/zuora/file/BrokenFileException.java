package bizops.tap.zuora.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A result file is not whole: its compression ends early, its rows are ragged, or rows are missing. */
public final class BrokenFileException extends IOException {
    BrokenFileException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }

    public BrokenFileException(String why) {
        this(why, null);
    }
}
