package bizops.singer.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a rule is for, by a value of the row as it came. Immutable.
 *
 * @param column the field asked, inside objects by dots
 * @param test what its value must be; an absent field is tested as null
 */
record Condition(String column, Predicate<@Nullable Object> test) {

    /** Where the field stands in a schema: itself a field of that name, or inside objects; empty if nowhere. */
    Optional<List<String>> path(Map<?, ?> schema) {
        if (member(schema, column) != null) {
            return Optional.of(List.of(column));
        }
        List<String> names = List.of(column.split("\\.", -1));
        Object at = schema;
        for (String name : names) {
            at = member(at, name);
        }
        return at == null ? Optional.empty() : Optional.of(names);
    }

    boolean holds(Map<?, ?> row, List<String> path) {
        Object value = row;
        for (String name : path) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return test.test(value);
    }

    private static @Nullable Object member(@Nullable Object schema, String name) {
        return schema instanceof Map<?, ?> keywords && keywords.get("properties") instanceof Map<?, ?> properties
                ? properties.get(name)
                : null;
    }
}
