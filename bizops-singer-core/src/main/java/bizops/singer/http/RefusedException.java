package bizops.singer.http;

import java.io.IOException;

/** An answer with a success status that says otherwise inside; carries what to do about it. */
public final class RefusedException extends IOException {
    private final transient Verdict verdict;

    public RefusedException(Verdict verdict) {
        super(verdict.toString());
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }
}
