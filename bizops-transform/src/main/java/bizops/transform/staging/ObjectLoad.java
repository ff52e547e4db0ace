package bizops.transform.staging;

import static org.jooq.impl.DSL.name;

import bizops.transform.raw.RawTable;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;

/** The staging table of a vendor's object. Immutable. */
record ObjectLoad(StagingSource source) implements StagingLoad {

    @Override
    public String table() {
        return source.table().name();
    }

    @Override
    public List<String> key() {
        return source.table().key();
    }

    @Override
    public String comment() {
        return "A row: " + source.table().object() + " of " + source.table().vendor()
                + ", its newest version, values as the source has them";
    }

    @Override
    public Map<String, String> columnComments() {
        Map<String, String> comments = new LinkedHashMap<>();
        source.table()
                .columns()
                .forEach((name, column) -> comments.put(name, source.table().fieldText(column)));
        comments.put("is_deleted", "whether the source or its loader says that the row is deleted");
        return comments;
    }

    @Override
    public void create(DSLContext statements, String schema, ZoneId zone) {
        StagingQuery query = new StagingQuery(statements, new Conversion(schema, zone), source);
        statements.createTable(name(schema, table())).as(query.select()).execute();
    }

    @Override
    public Optional<RawTable> numbered() {
        return source.raw()
                .filter(raw -> source.isUnique()
                        && raw.columns().stream()
                                .anyMatch(column -> column.name().equals(StagingQuery.SEQUENCE)
                                        && column.type().equals("int8")));
    }

    @Override
    public Select<Record> numbered(DSLContext statements, String schema, ZoneId zone, SequenceRange range) {
        return new StagingQuery(statements, new Conversion(schema, zone), source).numbered(range);
    }

    @Override
    public List<RejectCount> rejects(DSLContext statements, String schema, ZoneId zone) {
        return new Rejects(statements, new StagingQuery(statements, new Conversion(schema, zone), source)).find();
    }

    @Override
    public Optional<RawCount> count(DSLContext statements, String schema, ZoneId zone) {
        return new RawCounts(statements, new StagingQuery(statements, new Conversion(schema, zone), source)).count();
    }
}
