package bizops.transform.audit;

import bizops.transform.model.Narrow;
import bizops.transform.model.Relation;
import bizops.transform.model.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Table;

/**
 * Which rows a build has put beside rows that were published before. Those have passed every test of severity error, and
 * a test of single rows need not look at them again.
 */
public interface Fresh {
    /** Of a build that makes everything anew. */
    Fresh ALL = new Fresh() {
        @Override
        public Optional<Table<?>> rows(Relation relation) {
            return Optional.empty();
        }

        @Override
        public boolean hasLost(DSLContext statements, Relation relation, List<String> columns) {
            return true;
        }

        @Override
        public boolean isSame(Relation relation) {
            return false;
        }

        @Override
        public boolean isKeyHeld(Relation relation) {
            return false;
        }

        @Override
        public Optional<Part> part(
                DSLContext statements, Statement statement, Narrow narrow, Function<Relation, Statement> views) {
            return Optional.empty();
        }
    };

    /** The rows that came; empty when all rows may be new. */
    Optional<Table<?>> rows(Relation relation);

    /** Whether values of those columns are gone from the relation, so that what refers to them must be looked at as a whole. */
    boolean hasLost(DSLContext statements, Relation relation, List<String> columns);

    /** Whether the relation has the very rows that it had, so that a test of it alone finds what it found. */
    boolean isSame(Relation relation);

    /** Whether the build itself holds that no two rows have the same key. */
    boolean isKeyHeld(Relation relation);

    /**
     * The rows that may have changed, in place of relations that an audit reads; empty when it must look at all of them.
     * Whoever calls closes them.
     *
     * @param views the statements of views
     */
    Optional<Part> part(DSLContext statements, Statement statement, Narrow narrow, Function<Relation, Statement> views);

    /** Some rows of relations, for as long as it is open. */
    interface Part extends AutoCloseable {
        /** The statement over those rows. */
        String text(Statement statement);

        @Override
        void close();
    }
}
