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
 * @param api the interface of the last run: another refuses other fields
 */
record Memory(
        Optional<Instant> refreshedAt,
        Optional<Instant> lookedBackAt,
        Map<String, Instant> unavailable,
        Optional<List<String>> fields,
        Optional<String> api) {

    static final Memory NONE =
            new Memory(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
    /** After this a refused field is tried again: tenants gain features. */
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    Memory {
        unavailable = Map.copyOf(unavailable);
        fields = fields.map(List::copyOf);
    }

    Memory refreshed(Instant at) {
        return new Memory(Optional.of(at), lookedBackAt, unavailable, fields, api);
    }

    Memory lookedBack(Instant at) {
        return new Memory(refreshedAt, Optional.of(at), unavailable, fields, api);
    }

    Memory of(List<String> asked, Map<String, Instant> refused) {
        return new Memory(refreshedAt, lookedBackAt, refused, Optional.of(asked), api);
    }

    /** The same for a run through this interface, which knows nothing of what another refused. */
    Memory through(String now) {
        boolean same = api.map(now::equals).orElse(true);
        return new Memory(refreshedAt, lookedBackAt, same ? unavailable : Map.of(), fields, Optional.of(now));
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
