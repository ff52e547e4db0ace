package bizops.tap.marketo.discover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of activity. Immutable.
 *
 * @param primaryAttribute absent for some types whose rows carry a value all the same
 */
public record ActivityType(int id, String name, Optional<Attribute> primaryAttribute, List<Attribute> attributes) {
    /** "Delete Lead", which no extract has; deleted leads are asked for by themselves. */
    public static final int DELETE_LEAD = 37;
    /** "Merge Leads". */
    public static final int MERGE_LEADS = 32;

    static Optional<ActivityType> of(Map<String, ? extends @Nullable Object> json) {
        if (!(json.get("id") instanceof Number id)) {
            return Optional.empty();
        }
        List<Attribute> attributes = json.get("attributes") instanceof List<?> list
                ? list.stream().flatMap(item -> Attribute.of(item).stream()).toList()
                : List.of();
        String name = json.get("name") instanceof String text ? text : "type " + id;
        return Optional.of(
                new ActivityType(id.intValue(), name, Attribute.of(json.get("primaryAttribute")), attributes));
    }
}
