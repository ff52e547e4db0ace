package bizops.target.reshape.flatten;

import bizops.target.reshape.Reshaping;
import bizops.target.reshape.StreamReshape;
import bizops.target.reshape.StreamSchema;
import bizops.target.validate.BadValues;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes objects apart into columns, in all streams that have any. Used by the thread that reads. */
public final class Flattening implements Reshaping {
    private final int depth;
    private final FlatNames names;
    private final Map<String, Set<String>> dropped = new HashMap<>();

    /**
     * Flattening by its settings.
     *
     * @param depth how many objects, one inside the other, are taken apart; at least 1
     * @param separator between the name of an object and that of its member
     * @param longestName in bytes; a longer one is cut and ends in a hash
     */
    public Flattening(int depth, String separator, int longestName) {
        this.depth = depth;
        this.names = new FlatNames(separator, longestName);
    }

    @Override
    public Optional<StreamReshape> of(StreamSchema given, String where) {
        Set<String> told = dropped.computeIfAbsent(given.stream(), first -> new HashSet<>());
        return SchemaFlattener.flat(given, depth, names, where)
                .map(flat -> new RecordFlattener(flat, member -> {
                    if (told.add(member)) {
                        BadValues.warnUnknown(given.stream(), member);
                    }
                }));
    }
}
