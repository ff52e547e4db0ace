package bizops.sandbox.marketo.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The typed values of an activity by name, in order of name; none is null. Immutable and small. */
public final class Attributes {
    public static final Attributes NONE = new Attributes(new Object[0]);

    private final Object[] pairs;

    private Attributes(Object[] pairs) {
        this.pairs = pairs;
    }

    /** From names and values in turn; an attribute without a value is left out, as the vendor does. */
    public static Attributes of(@Nullable Object... namesAndValues) {
        Map<String, Object> sorted = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                sorted.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return of(sorted);
    }

    public static Attributes of(Map<String, ?> values) {
        Object[] pairs = new Object[2 * values.size()];
        int i = 0;
        for (Map.Entry<String, ?> entry : new TreeMap<>(values).entrySet()) {
            pairs[i++] = entry.getKey();
            pairs[i++] = entry.getValue();
        }
        return new Attributes(pairs);
    }

    public void forEach(BiConsumer<String, Object> reader) {
        for (int i = 0; i < pairs.length; i += 2) {
            reader.accept((String) pairs[i], pairs[i + 1]);
        }
    }

    public boolean isEmpty() {
        return pairs.length == 0;
    }

    /** By name, in order of name. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        forEach(map::put);
        return map;
    }
}
