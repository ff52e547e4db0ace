package bizops.tap.marketo.activities;

import bizops.singer.catalog.StreamSchema;
import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.convert.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every activity of every type, its attributes in one object with their own types. */
public final class AllActivities extends ActivityStream {
    private static final Map<String, FieldType> COLUMNS = columns();

    private final Set<Integer> types;

    /** @param types the ids wanted */
    public AllActivities(ActivityFeed feed, Set<Integer> types) {
        super(feed);
        this.types = types;
    }

    @Override
    public String id() {
        return "activities";
    }

    @Override
    public StreamSchema schema() {
        StreamSchema schema = StreamSchema.empty();
        for (Map.Entry<String, FieldType> column : COLUMNS.entrySet()) {
            schema = schema.field(column.getKey(), column.getValue().schema());
        }
        return schema;
    }

    @Override
    public List<String> key() {
        return List.of(ActivityCells.GUID);
    }

    @Override
    Set<Integer> types() {
        return types;
    }

    @Override
    void write(ActivityCells activity, SyncContext sync) {
        Object type = activity.value(ActivityCells.TYPE, FieldType.INTEGER);
        if (type instanceof Number id && !types.contains(id.intValue())) {
            return;
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        COLUMNS.forEach((name, column) -> row.put(
                name, name.equals(ActivityCells.ATTRIBUTES) ? activity.attributes() : activity.value(name, column)));
        sync.write(row);
    }

    private static Map<String, FieldType> columns() {
        Map<String, FieldType> columns = new LinkedHashMap<>();
        columns.put(ActivityCells.GUID, FieldType.TEXT);
        columns.put(ActivityCells.LEAD, FieldType.INTEGER);
        columns.put(ActivityCells.DATE, FieldType.DATE_TIME);
        columns.put(ActivityCells.TYPE, FieldType.INTEGER);
        columns.put(ActivityCells.CAMPAIGN, FieldType.INTEGER);
        columns.put(ActivityCells.PRIMARY_ID, FieldType.TEXT);
        columns.put(ActivityCells.PRIMARY, FieldType.TEXT);
        columns.put(ActivityCells.ATTRIBUTES, FieldType.OBJECT);
        return columns;
    }
}
