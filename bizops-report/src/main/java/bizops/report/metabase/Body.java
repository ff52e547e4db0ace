package bizops.report.metabase;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects of JSON that keep their order: what is sent twice is the same text, and so has the same digest. */
final class Body {
    private Body() {}

    /** @param pairs keys, each followed by its value */
    static Map<String, @Nullable Object> of(@Nullable Object... pairs) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }
}
