package bizops.transform.explain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as texts, every digit kept. */
final class Numbers {
    private Numbers() {}

    /** Empty for null. */
    static String text(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
