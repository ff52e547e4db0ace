package bizops.singer.catalog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of a source's schema that an older schema knows too, at every depth. Stateless. */
final class SchemaOverlap {
    private SchemaOverlap() {}

    /** The source's schema without properties that {@code known} lacks; where that names none, all of them. */
    static Map<String, @Nullable Object> of(Map<?, ?> source, Map<?, ?> known) {
        Map<String, @Nullable Object> overlap = new LinkedHashMap<>();
        source.forEach((keyword, value) -> overlap.put((String) keyword, value));
        if (source.get("properties") instanceof Map<?, ?> here && known.get("properties") instanceof Map<?, ?> there) {
            Map<String, @Nullable Object> both = new LinkedHashMap<>();
            here.forEach((name, property) -> {
                if (there.containsKey(name)) {
                    both.put((String) name, ofAny(property, there.get(name)));
                }
            });
            overlap.put("properties", both);
        }
        if (source.containsKey("items")) {
            overlap.put("items", ofAny(source.get("items"), known.get("items")));
        }
        return overlap;
    }

    /** The same, with these top-level fields of the source kept whatever is known. */
    static Map<String, @Nullable Object> of(Map<?, ?> source, Map<?, ?> known, Set<String> always) {
        Map<String, @Nullable Object> widened = new LinkedHashMap<>();
        known.forEach((keyword, value) -> widened.put((String) keyword, value));
        if (source.get("properties") instanceof Map<?, ?> here && known.get("properties") instanceof Map<?, ?> there) {
            Map<Object, @Nullable Object> both = new LinkedHashMap<>(there);
            always.stream().filter(here::containsKey).forEach(name -> both.putIfAbsent(name, here.get(name)));
            widened.put("properties", both);
        }
        return of(source, widened);
    }

    /** The names of the top-level fields. */
    static Set<String> names(Map<String, @Nullable Object> schema) {
        Set<String> names = new LinkedHashSet<>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.keySet().forEach(name -> names.add((String) name));
        }
        return names;
    }

    private static @Nullable Object ofAny(@Nullable Object source, @Nullable Object known) {
        return source instanceof Map<?, ?> here && known instanceof Map<?, ?> there ? of(here, there) : source;
    }
}
