package bizops.dist.tapfaults;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of a source as {@link bizops.dist.TableRows} writes them. */
final class Texts {
    private Texts() {}

    static @Nullable String of(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : Objects.toString(value, null);
    }
}
