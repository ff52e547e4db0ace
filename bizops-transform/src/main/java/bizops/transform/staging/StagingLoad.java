package bizops.transform.staging;

import bizops.transform.raw.RawTable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;

/** One staging table, ready to be filled. Immutable. */
public sealed interface StagingLoad permits ObjectLoad, SpendLoad {

    /** The table's name in the staging schema. */
    String table();

    /** The columns that name a row; none where nothing does. */
    List<String> key();

    /** What a row is. */
    String comment();

    /** What each column holds. */
    Map<String, String> columnComments();

    /** Creates and fills the table. */
    void create(DSLContext statements, String schema, ZoneId zone);

    /** The raw table, where its loader numbers the rows and each key stands there once; else empty. */
    Optional<RawTable> numbered();

    /** The rows that {@link #create} would fill the table with, of raw rows whose numbers lie in a range. */
    Select<Record> numbered(DSLContext statements, String schema, ZoneId zone, SequenceRange range);

    /** The values that were given but could not be read. */
    List<RejectCount> rejects(DSLContext statements, String schema, ZoneId zone);

    /** What the raw table holds; empty where there is none, or where it is not one table. */
    Optional<RawCount> count(DSLContext statements, String schema, ZoneId zone);
}
