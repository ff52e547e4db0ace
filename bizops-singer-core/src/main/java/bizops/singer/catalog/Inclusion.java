package bizops.singer.catalog;

import java.util.Locale;
import java.util.Optional;

/** Whether a field may, must or cannot be sent; said by the tap. */
public enum Inclusion {
    AVAILABLE,
    AUTOMATIC,
    UNSUPPORTED;

    /** The word of the protocol. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Inclusion> of(Object word) {
        for (Inclusion inclusion : values()) {
            if (inclusion.word().equals(word)) {
                return Optional.of(inclusion);
            }
        }
        return Optional.empty();
    }
}
