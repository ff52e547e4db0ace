package bizops.transform.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query that must return no row; its first column is the key to show. Immutable.
 *
 * @param isError stops the publishing; else it warns
 * @param model the relation that it speaks about
 * @param says what is wrong with the rows it returns
 * @param narrow how it looks at those rows alone that may have changed; empty where it looks at all
 */
public record Audit(
        String name, boolean isError, String model, String says, Statement statement, Optional<Narrow> narrow) {

    /** The header of its file. */
    record Header(
            @Nullable String severity,
            @Nullable String model,
            @Nullable String says,
            Narrow.@Nullable Written narrow) {}
}
