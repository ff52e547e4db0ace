package bizops.tap.salesforce.fetch;

import bizops.tap.salesforce.convert.Stamps;
import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.ErrorKind;
import bizops.tap.salesforce.rest.Rest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Up to where an object's stamps can be trusted to be complete: a row's stamp is set when it is saved, but the row is
 * seen only when its transaction commits. Owned by one thread.
 *
 * <p>By the server's clock: 60 seconds ago, and not behind the start of the oldest transaction still running, which
 * getUpdated tells as {@code latestDateCovered} (SOAP API guide, GetUpdatedResult); for an object that getUpdated does
 * not know, five minutes ago.
 */
public final class UpperBound {
    private static final Logger LOG = LoggerFactory.getLogger(UpperBound.class);
    private static final Duration SETTLED = Duration.ofSeconds(60);
    private static final Duration SETTLED_WITHOUT_WORD = Duration.ofMinutes(5);
    private static final Duration ASKED = Duration.ofMinutes(2);

    private final Rest rest;

    public UpperBound(Rest rest) {
        this.rest = rest;
    }

    /** The first stamp that is not safe yet. */
    public Instant of(String object, boolean replicateable) {
        Optional<Instant> covered = replicateable ? latestDateCovered(object) : Optional.empty();
        Instant now = rest.serverTime();
        if (covered.isEmpty()) {
            return now.minus(SETTLED_WITHOUT_WORD);
        }
        Instant settled = now.minus(SETTLED);
        return covered.get().isBefore(settled) ? covered.get() : settled;
    }

    private Optional<Instant> latestDateCovered(String object) {
        Instant end = rest.serverTime();
        String path = ReplicationPath.of(rest, object, "updated", end.minus(ASKED), end);
        try {
            return Optional.of(rest.get(path, body -> {
                try {
                    return Stamps.parse(ReplicationPath.text(body, "latestDateCovered"));
                } catch (DateTimeException wrong) {
                    throw new java.io.IOException(wrong);
                }
            }));
        } catch (ApiException refused) {
            if (refused.kind() == ErrorKind.SESSION || refused.kind() == ErrorKind.QUOTA) {
                throw refused;
            }
            LOG.info(
                    "stream \"{}\": getUpdated answers {}; reading up to five minutes ago",
                    object,
                    refused.getMessage());
            return Optional.empty();
        }
    }
}
