package bizops.singer.http;

import java.time.Duration;
import java.util.Optional;

/** What to do about an answer or a failure. Immutable. */
public sealed interface Verdict {
    /** The answer is good: read it. */
    record Ok() implements Verdict {}

    /**
     * Try again.
     *
     * @param after how long the server asks to wait; empty to leave it to the client's backoff
     */
    record Retry(String why, Optional<Duration> after) implements Verdict {}

    /** The token is no longer valid: fetch a new one and try once more. */
    record RefreshToken(String why) implements Verdict {}

    /** Not now and not soon, such as a quota spent for the day: the run ends with exit code 75. */
    record TryLater(String why) implements Verdict {}

    /** Trying again will not help. */
    record Fatal(String why) implements Verdict {}

    static Verdict ok() {
        return new Ok();
    }

    static Verdict retry(String why) {
        return new Retry(why, Optional.empty());
    }

    static Verdict retry(String why, Duration after) {
        return new Retry(why, Optional.of(after));
    }

    static Verdict refreshToken(String why) {
        return new RefreshToken(why);
    }

    static Verdict tryLater(String why) {
        return new TryLater(why);
    }

    static Verdict fatal(String why) {
        return new Fatal(why);
    }
}
