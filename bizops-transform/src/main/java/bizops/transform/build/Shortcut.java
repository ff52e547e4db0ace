package bizops.transform.build;

import bizops.transform.staging.RawCount;
import bizops.transform.staging.StagingLoad;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/** A cheaper way than to fill a staging table from all of raw. */
public interface Shortcut {
    /** Of a build that makes everything anew. */
    Shortcut NONE = (inside, load, raw, zone) -> OptionalLong.empty();

    /**
     * Makes the relation, if there is such a way; inside of the snapshot of raw tables.
     *
     * @param raw what the raw table holds
     * @return its rows; empty when nothing was made
     */
    OptionalLong take(DSLContext inside, StagingLoad load, Optional<RawCount> raw, ZoneId zone);
}
