package bizops.transform.incremental;

import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables of a session, which go when they have served. */
final class Temporary {
    /** Where such tables stand. */
    static final String SCHEMA = "pg_temp";

    private static final Logger LOG = LoggerFactory.getLogger(Temporary.class);

    private Temporary() {}

    /** Drops one; in a transaction that has failed it is gone with it, and that failure is the one to tell. */
    static void drop(DSLContext statements, Name table) {
        try {
            statements.dropTableIfExists(table).execute();
        } catch (DataAccessException failed) {
            LOG.debug("{} goes with its transaction", table, failed);
        }
    }

    /** The same for a view. */
    static void dropView(DSLContext statements, Name view) {
        try {
            statements.dropViewIfExists(view).execute();
        } catch (DataAccessException failed) {
            LOG.debug("{} goes with its transaction", view, failed);
        }
    }
}
