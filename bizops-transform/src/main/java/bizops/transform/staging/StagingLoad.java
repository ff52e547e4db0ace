package bizops.transform.staging;

import static org.jooq.impl.DSL.name;

import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;

/** One staging table, ready to be filled. Immutable. */
public final class StagingLoad {
    private final StagingSource source;

    StagingLoad(StagingSource source) {
        this.source = source;
    }

    /** The table's name in the staging schema. */
    public String table() {
        return source.table().name();
    }

    /** The columns that name a row. */
    public List<String> key() {
        return source.table().key();
    }

    /** Creates and fills the table. */
    public void create(DSLContext statements, String schema, ZoneId zone) {
        StagingQuery query = new StagingQuery(statements, new Conversion(schema, zone), source);
        statements.createTable(name(schema, table())).as(query.select()).execute();
    }

    /** The values that were given but could not be read. */
    public List<RejectCount> rejects(DSLContext statements, String schema, ZoneId zone) {
        return new Rejects(statements, new StagingQuery(statements, new Conversion(schema, zone), source)).find();
    }
}
