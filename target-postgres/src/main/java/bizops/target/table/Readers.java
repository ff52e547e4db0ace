package bizops.target.table;

import java.util.List;
import java.util.Map;

/**
 * The roles that may read what the target makes. Immutable.
 *
 * @param everywhere of schemas without a list of their own
 */
public record Readers(List<String> everywhere, Map<String, List<String>> bySchema) {
    public static final Readers NONE = new Readers(List.of(), Map.of());

    public Readers {
        everywhere = List.copyOf(everywhere);
        bySchema = Map.copyOf(bySchema);
    }

    public List<String> of(String schema) {
        return bySchema.getOrDefault(schema, everywhere);
    }
}
