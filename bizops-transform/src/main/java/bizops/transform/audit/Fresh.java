package bizops.transform.audit;

import bizops.transform.model.Relation;
import java.util.Optional;
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
        public boolean hasLost(Relation relation) {
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
    };

    /** The rows that came; empty when all rows may be new. */
    Optional<Table<?>> rows(Relation relation);

    /** Whether rows are gone from the relation, so that what refers to it must be looked at as a whole. */
    boolean hasLost(Relation relation);

    /** Whether the relation has the very rows that it had, so that a test of it alone finds what it found. */
    boolean isSame(Relation relation);

    /** Whether the build itself holds that no two rows have the same key. */
    boolean isKeyHeld(Relation relation);
}
