package bizops.sandbox.marketo.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of activity (section 8 of the vendor notes).
 *
 * @param primary what its primary attribute is, null where none is declared although rows carry a value
 */
public record ActivityType(
        int id, String name, String description, @Nullable Attribute primary, List<Attribute> attributes) {
    /** An attribute; the data type is spelled as the vendor does, {@code Integer} now and then. */
    public record Attribute(String name, String dataType) {}

    /** From this number on types are the company's own. */
    public static final int FIRST_CUSTOM = 100_001;

    public boolean custom() {
        return id >= FIRST_CUSTOM;
    }
}
