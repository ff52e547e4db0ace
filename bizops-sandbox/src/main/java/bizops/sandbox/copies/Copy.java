package bizops.sandbox.copies;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One computed row; immutable. */
final class Copy extends AbstractMap<String, Object> {
    private final Copies rows;
    private final int index;
    private final Map<String, Object> pattern;

    Copy(Copies rows, int index) {
        this.rows = rows;
        this.index = index;
        this.pattern = rows.pattern(index);
    }

    @Override
    public @Nullable Object get(@Nullable Object field) {
        if (!(field instanceof String name)) {
            return null;
        }
        Object value = pattern.get(name);
        return value != null && rows.isOwn(name) ? rows.own(name, index) : value;
    }

    @Override
    public boolean containsKey(@Nullable Object field) {
        return field != null && pattern.containsKey(field);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Set<Entry<String, Object>> entries = new LinkedHashSet<>();
        pattern.forEach(
                (field, value) -> entries.add(Map.entry(field, rows.isOwn(field) ? rows.own(field, index) : value)));
        return entries;
    }
}
