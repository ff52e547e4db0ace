package bizops.tap.zuora.read;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a stream's state holds from run to run. Immutable.
 *
 * @param refreshedAt when the last read of all rows began
 * @param lookedBackAt when the last window with a look-back ended
 * @param unavailable fields that Zuora refused, and since when they are left out
 * @param fields the fields of the last run; empty if no run of ours was before
 */
record Memory(
        Optional<Instant> refreshedAt,
        Optional<Instant> lookedBackAt,
        Map<String, Instant> unavailable,
        Optional<List<String>> fields) {

    static final Memory NONE = new Memory(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
    /** After this a refused field is tried again: tenants gain features. */
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    Memory {
        unavailable = Map.copyOf(unavailable);
        fields = fields.map(List::copyOf);
    }

    Memory refreshed(Instant at) {
        return new Memory(Optional.of(at), lookedBackAt, unavailable, fields);
    }

    Memory lookedBack(Instant at) {
        return new Memory(refreshedAt, Optional.of(at), unavailable, fields);
    }

    Memory of(List<String> asked, Map<String, Instant> refused) {
        return new Memory(refreshedAt, lookedBackAt, refused, Optional.of(asked));
    }

    /** The refused fields that need not be tried now. */
    Map<String, Instant> stillUnavailable(Instant now) {
        Map<String, Instant> still = new LinkedHashMap<>();
        unavailable.forEach((field, since) -> {
            if (since.plus(FORGOTTEN).isAfter(now)) {
                still.put(field, since);
            }
        });
        return still;
    }
}
