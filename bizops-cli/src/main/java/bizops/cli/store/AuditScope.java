package bizops.cli.store;

import java.util.List;
import java.util.Optional;

/**
 * Which rows of a stream are compared, and by what. Immutable.
 *
 * @param keys the fields of the key, at least one
 * @param replicationKey the field that the bounds hold; empty for rows without bounds
 * @param from rows before it are left out; a moment, a day or a number, as text
 * @param before rows from it on are left out
 * @param numbers the fields that are summed
 */
public record AuditScope(
        String stream,
        List<String> keys,
        Optional<String> replicationKey,
        Optional<String> from,
        Optional<String> before,
        List<String> numbers) {
    public AuditScope {
        keys = List.copyOf(keys);
        numbers = List.copyOf(numbers);
    }
}
