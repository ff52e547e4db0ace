package bizops.transform.staging;

import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;

/** One staging table, ready to be filled. Immutable. */
public sealed interface StagingLoad permits ObjectLoad, SpendLoad {

    /** The table's name in the staging schema. */
    String table();

    /** The columns that name a row; none where nothing does. */
    List<String> key();

    /** Creates and fills the table. */
    void create(DSLContext statements, String schema, ZoneId zone);

    /** The values that were given but could not be read. */
    List<RejectCount> rejects(DSLContext statements, String schema, ZoneId zone);
}
