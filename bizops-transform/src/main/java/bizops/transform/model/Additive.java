package bizops.transform.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a model of sums is changed by the rows that its inputs lost and gained: its statement over several rows is the sum of
 * its statement over each, key by key. Immutable.
 *
 * @param inputs what is added up; all other inputs must be as they were
 * @param count the column that counts what was added up: a row whose count comes to 0 is none
 */
public record Additive(Set<Relation> inputs, String count) {

    /** As headers have it. */
    record Written(List<String> inputs, String count) {}

    static Additive of(Written written) {
        return new Additive(written.inputs().stream().map(Relation::of).collect(Collectors.toSet()), written.count());
    }
}
