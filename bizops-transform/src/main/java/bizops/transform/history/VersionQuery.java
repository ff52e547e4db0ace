package bizops.transform.history;

import bizops.transform.model.Relation;
import java.util.function.Function;
import org.jooq.QueryPart;

/** The query of the versions of some records of an entity. */
@FunctionalInterface
public interface VersionQuery {
    /**
     * The query.
     *
     * @param schemas where the rows of those records stand of each relation that it reads
     * @param kept in brackets, a query of the versions of those records that are kept
     */
    QueryPart of(Function<Relation, String> schemas, QueryPart kept);
}
