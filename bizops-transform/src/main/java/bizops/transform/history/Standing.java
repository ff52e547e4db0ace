package bizops.transform.history;

import bizops.transform.build.Built;
import bizops.transform.model.HistoryModel;
import java.util.Optional;
import org.jooq.Name;

/** A cheaper way to the versions of an entity than to make all of them. */
@FunctionalInterface
public interface Standing {
    /** Of a build that makes everything anew. */
    Standing NONE = (model, kept, query) -> Optional.empty();

    /**
     * Lets the versions stand as they are published, or some of them.
     *
     * @param kept the table that keeps them
     * @param query makes those of some records
     * @return empty when all are to be made
     */
    Optional<Built> of(HistoryModel model, Name kept, VersionQuery query);
}
