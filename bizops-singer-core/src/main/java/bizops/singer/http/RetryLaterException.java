package bizops.singer.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt failed and another is worth making; never leaves this package. */
final class RetryLaterException extends RuntimeException {
    private final transient Optional<Duration> after;

    RetryLaterException(String why, Optional<Duration> after, @Nullable Throwable cause) {
        super(why, cause);
        this.after = after;
    }

    Optional<Duration> after() {
        return after;
    }
}
