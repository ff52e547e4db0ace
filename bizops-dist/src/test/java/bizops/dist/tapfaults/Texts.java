package bizops.dist.tapfaults;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values of a source as {@link bizops.dist.TableRows} writes them. */
final class Texts {
    private Texts() {}

    /** The same text for the same JSON, however its parts are ordered and its numbers written; null for null. */
    static @Nullable String ofJson(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<String, @Nullable String> sorted = new TreeMap<>();
            object.forEach((name, part) -> sorted.put(String.valueOf(name), ofJson(part)));
            return sorted.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Texts::ofJson).toList().toString();
        }
        return value instanceof Number number ? of(new BigDecimal(number.toString())) : of(value);
    }

    static @Nullable String of(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : Objects.toString(value, null);
    }
}
