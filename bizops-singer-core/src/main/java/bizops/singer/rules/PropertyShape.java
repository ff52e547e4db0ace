package bizops.singer.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What values a property's JSON Schema lets through, as far as rules ask. Immutable.
 *
 * @param types JSON types, {@code null} left out
 * @param open whether any type may come, since the schema names none
 */
record PropertyShape(Set<String> types, Set<String> formats, boolean nullable, boolean open) {
    private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

    static PropertyShape of(Map<?, ?> schema) {
        Gathered gathered = new Gathered();
        gathered.add(schema);
        return new PropertyShape(
                Set.copyOf(gathered.types),
                Set.copyOf(gathered.formats),
                gathered.open || gathered.types.contains("null"),
                gathered.open);
    }

    PropertyShape {
        Set<String> others = new HashSet<>(types);
        others.remove("null");
        types = Set.copyOf(others);
    }

    boolean isScalar() {
        return open || types.stream().anyMatch(SCALARS::contains);
    }

    /** A text that is no point in time. */
    boolean isPlainText() {
        return open || (types.contains("string") && !isDay() && !isMoment() && !formats.contains("time"));
    }

    boolean isOnlyText() {
        return open || types.equals(Set.of("string"));
    }

    boolean isDay() {
        return types.contains("string") && formats.contains("date");
    }

    boolean isMoment() {
        return types.contains("string") && formats.contains("date-time");
    }

    /** Sums up the alternatives of a schema. */
    private static final class Gathered {
        private final Set<String> types = new HashSet<>();
        private final Set<String> formats = new HashSet<>();
        private boolean open;

        void add(@Nullable Object schema) {
            if (!(schema instanceof Map<?, ?> keywords)) {
                open |= !Boolean.FALSE.equals(schema);
                return;
            }
            if (keywords.get("format") instanceof String format) {
                formats.add(format);
            }
            Object type = keywords.get("type");
            if (type instanceof String name) {
                types.add(name);
            } else if (type instanceof List<?> names) {
                names.forEach(name -> types.add(String.valueOf(name)));
            }
            boolean any = addAll(keywords.get("anyOf"));
            boolean one = addAll(keywords.get("oneOf"));
            open |= type == null && !any && !one;
        }

        private boolean addAll(@Nullable Object schemas) {
            if (schemas instanceof List<?> list && !list.isEmpty()) {
                list.forEach(this::add);
                return true;
            }
            return false;
        }
    }
}
