package bizops.tap.zuora.rest;

import bizops.singer.error.RemoteException;
import bizops.singer.http.ApiResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Zuora's clock as the newest reply showed it: a little behind, never ahead; whole seconds. Thread-safe. */
public final class ServerClock {
    private volatile @Nullable Instant shown;

    /** Remembers the time of a reply. */
    public void showed(ApiResponse response) {
        response.date().ifPresent(date -> shown = date);
    }

    /** Whether any reply came yet. */
    public boolean known() {
        return shown != null;
    }

    /** The time; there must have been a reply. */
    public Instant now() {
        Instant known = shown;
        if (known == null) {
            throw RemoteException.permanent(
                    "Zuora's replies carry no Date header, without which no window has a safe end; let the proxy in"
                            + " between pass it on",
                    null);
        }
        return known;
    }
}
