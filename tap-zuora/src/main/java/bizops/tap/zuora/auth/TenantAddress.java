package bizops.tap.zuora.auth;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the tenant lives. Old settings ({@code sandbox}, {@code european}) leave several data centers open; the first
 * that lets in is kept. Thread-safe.
 */
public final class TenantAddress {
    private static final Logger LOG = LoggerFactory.getLogger(TenantAddress.class);

    private final List<URI> candidates;
    private @Nullable URI found;

    /** @param candidates REST addresses without a slash at the end, at least one; a single one is not doubted */
    public TenantAddress(List<URI> candidates) {
        this.candidates = List.copyOf(candidates);
        this.found = candidates.size() == 1 ? candidates.get(0) : null;
    }

    /** The address, if it is settled. */
    public synchronized Optional<URI> settled() {
        return Optional.ofNullable(found);
    }

    public List<URI> candidates() {
        return candidates;
    }

    /** From now on this one. */
    public synchronized void settle(URI address) {
        found = address;
    }

    /** What {@code login} gives at the settled address, or at the first that does not refuse. */
    <T> T login(Function<URI, T> login) {
        LoginRefusedException first = null;
        for (URI candidate : settled().map(List::of).orElse(candidates)) {
            try {
                T result = login.apply(candidate);
                settle(candidate);
                return result;
            } catch (LoginRefusedException refused) {
                first = first == null ? refused : first;
                LOG.debug("{}: {}", candidate, refused.getMessage());
                if (!refused.elsewhere()) {
                    throw refused.forUser();
                }
            }
        }
        if (first == null) {
            throw new IllegalStateException("no address to log in at");
        }
        throw first.forUser();
    }
}
