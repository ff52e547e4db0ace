package bizops.transform.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV of the user's own. Immutable.
 *
 * @param name the file's name without its ending
 * @param columns its header
 * @param rows texts in the header's order; a blank one is null
 */
public record OwnSeed(String name, List<String> columns, List<List<@Nullable String>> rows) {

    /** The file's name from the project folder on. */
    public String fileName() {
        return "seeds/" + name + ".csv";
    }

    /** The table's name in the staging schema. */
    public String table() {
        return "seed_" + name;
    }
}
