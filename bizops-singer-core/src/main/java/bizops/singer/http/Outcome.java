package bizops.singer.http;

import bizops.singer.error.RemoteException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt: a result, or a verdict on its failure. Immutable. */
record Outcome<T>(
        Verdict verdict, @Nullable T result, @Nullable IOException cause) {

    static <T> Outcome<T> of(T result) {
        return new Outcome<>(Verdict.ok(), result, null);
    }

    static <T> Outcome<T> failed(Verdict verdict, @Nullable IOException cause) {
        return new Outcome<>(verdict, null, cause);
    }

    /** @param patience a wait longer than this is not sat out */
    @SuppressWarnings("NullAway") // an Ok verdict carries what the reader returned, whatever that is
    T resultOrThrow(ApiRequest request, Duration patience) {
        if (verdict instanceof Verdict.Retry retry) {
            if (retry.after().isPresent() && retry.after().get().compareTo(patience) > 0) {
                throw RemoteException.tryLater(
                        request + " may be repeated only in "
                                + retry.after().get().toSeconds() + " s: " + retry.why(),
                        cause);
            }
            throw new RetryLaterException(retry.why(), retry.after(), cause);
        }
        if (verdict instanceof Verdict.TryLater later) {
            throw RemoteException.tryLater(request + ": " + later.why(), cause);
        }
        if (verdict instanceof Verdict.RefreshToken refused) {
            throw RemoteException.permanent(
                    request + " refuses a fresh token too: " + refused.why() + "; check the credentials", cause);
        }
        if (verdict instanceof Verdict.Fatal fatal) {
            throw RemoteException.permanent(request + ": " + fatal.why(), cause);
        }
        return result;
    }
}
