package bizops.transform.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a model is made anew, or an audit held, for some keys only. Immutable.
 *
 * @param inputs what is to be narrowed, and its columns that are held to the dirty keys
 * @param rows columns of the model's own rows that are held to the dirty keys: those rows, and no others, are made anew;
 *     none for an audit
 * @param dirty the query of the dirty keys, with all those columns; {@code core_change.lead} are the rows of
 *     {@code core.lead} that are gone or came, as they were and as they are
 * @param regardless inputs whose changes bear on no row, or on none but those of dirty keys
 * @param through views that are read, and themselves read what is to be narrowed; each behind those that it reads
 */
public record Narrow(
        Map<Relation, List<String>> inputs,
        List<String> rows,
        Statement dirty,
        Set<Relation> regardless,
        Set<Relation> through) {

    /** As headers have it. */
    record Written(
            Map<String, List<String>> inputs,
            List<String> rows,
            String dirty,
            @Nullable List<String> regardless,
            @Nullable List<String> through) {}

    /** @param of the query in whose header it is written */
    static Narrow of(Statement of, Written written) {
        Map<Relation, List<String>> inputs = new LinkedHashMap<>();
        written.inputs().forEach((input, columns) -> inputs.put(Relation.of(input), List.copyOf(columns)));
        return new Narrow(
                inputs,
                List.copyOf(written.rows()),
                of.beside(written.dirty()),
                relations(written.regardless()),
                relations(written.through()));
    }

    private static Set<Relation> relations(@Nullable List<String> names) {
        return names == null
                ? Set.of()
                : new LinkedHashSet<>(names.stream().map(Relation::of).toList());
    }

    /** Whether the dirty keys tell of every change of an input. */
    public boolean tellsOf(Relation input) {
        return regardless.contains(input)
                || through.contains(input)
                || dirty.changes().contains(input);
    }
}
