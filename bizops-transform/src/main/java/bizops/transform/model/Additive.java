package bizops.transform.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a model of sums is changed by the rows that its inputs lost and gained: its statement over several rows is the sum of
 * its statement over each, key by key. Immutable.
 *
 * @param inputs what is added up; all other inputs must be as they were
 * @param by the column of all those inputs by which their rows belong together: the statement over all rows is the sum of
 *     its statement over the rows of each value; empty where each row counts for itself
 * @param groups the columns by which the model groups its sums, some of which may be null; none where it is the key
 * @param count the column that counts what was added up: a row whose count comes to 0 is none
 */
public record Additive(Set<Relation> inputs, Optional<String> by, List<String> groups, String count) {

    /** As headers have it. */
    record Written(
            List<String> inputs,
            @Nullable String by,
            @Nullable List<String> groups,
            String count) {}

    static Additive of(Written written) {
        return new Additive(
                written.inputs().stream().map(Relation::of).collect(Collectors.toSet()),
                Optional.ofNullable(written.by()),
                written.groups() == null ? List.of() : List.copyOf(written.groups()),
                written.count());
    }
}
