package bizops.cli.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A stream as its tap declares it. Immutable, but for the tree.
 *
 * @param schema as in its SCHEMA message
 * @param keys empty if rows have no key
 * @param replicationKey the field that the bounds hold
 * @param from the bounds, as text; see {@link bizops.cli.store.AuditScope}
 * @param numbers the fields that are summed
 */
record Declared(
        String stream,
        ObjectNode schema,
        List<String> keys,
        Optional<String> replicationKey,
        Optional<String> from,
        Optional<String> before,
        List<String> numbers) {
    Declared {
        keys = List.copyOf(keys);
        numbers = List.copyOf(numbers);
    }
}
