package bizops.report.cube;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The order in which keys of a dimension are shown. */
public final class KeyOrder {
    /** Code point by code point, as {@code collate "C"} orders in the database. */
    public static final Comparator<String> BINARY = KeyOrder::byCodePoint;

    private KeyOrder() {}

    /**
     * A key with what is shown for it. Immutable.
     *
     * @param key null for rows without one, which stand last
     */
    public record Labelled(@Nullable String key, String label) {
        private String known() {
            return key == null ? "" : key;
        }
    }

    /** By value for numbers, else by label and then key; null last. */
    public static Comparator<Labelled> of(boolean numeric) {
        Comparator<Labelled> known = numeric
                ? Comparator.comparing(labelled -> new BigDecimal(labelled.known()))
                : Comparator.comparing(Labelled::label, BINARY).thenComparing(Labelled::known, BINARY);
        return (one, other) -> {
            if (one.key() == null || other.key() == null) {
                return Boolean.compare(one.key() == null, other.key() == null);
            }
            return known.compare(one, other);
        };
    }

    private static int byCodePoint(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                // Halves of pairs stand for code points above all others.
                boolean pairs = Character.isSurrogate(a) != Character.isSurrogate(b);
                return pairs
                        ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b))
                        : Character.compare(a, b);
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
