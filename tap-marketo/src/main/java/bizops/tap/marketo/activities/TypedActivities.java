package bizops.tap.marketo.activities;

import bizops.singer.catalog.StreamSchema;
import bizops.singer.convert.BadValueException;
import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.convert.RowShape;
import bizops.tap.marketo.convert.TypeChoices;
import bizops.tap.marketo.discover.ActivityType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The activities of one type with a column for each attribute: the streams of older taps, not selected unless the user
 * says so. What the type does not declare, and what does not fit its declaration, goes into {@code _extra}.
 */
public final class TypedActivities extends ActivityStream {
    private static final Logger LOG = LoggerFactory.getLogger(TypedActivities.class);

    private final String id;
    private final ActivityType type;
    private final TypedColumns columns;
    private long misfits;

    /** @param id such as {@code activities_visit_webpage} */
    public TypedActivities(ActivityFeed feed, String id, ActivityType type, TypeChoices choices) {
        super(feed);
        this.id = id;
        this.type = type;
        this.columns = new TypedColumns(type, choices);
    }

    /** The stream's name as older taps make it. */
    public static String idOf(ActivityType type) {
        return "activities_" + TypedColumns.clean(type.name());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public StreamSchema schema() {
        StreamSchema schema = StreamSchema.of(ActivityCells.GUID, FieldType.TEXT.schema())
                .field(ActivityCells.LEAD, FieldType.INTEGER.schema())
                .field(ActivityCells.DATE, FieldType.DATE_TIME.schema())
                .field(ActivityCells.TYPE, FieldType.INTEGER.schema())
                .field(ActivityCells.CAMPAIGN, FieldType.INTEGER.schema())
                .field(TypedColumns.PRIMARY_VALUE, FieldType.TEXT.schema())
                .field(TypedColumns.PRIMARY_NAME, FieldType.TEXT.schema())
                .field(TypedColumns.PRIMARY_ID, FieldType.TEXT.schema());
        for (TypedColumns.Column column : columns.byAttribute().values()) {
            schema = schema.field(column.name(), column.type().schema());
        }
        return schema.field(RowShape.EXTRA, FieldType.OBJECT.schema());
    }

    @Override
    public List<String> key() {
        return List.of(ActivityCells.GUID);
    }

    @Override
    public Map<String, @Nullable Object> metadata() {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("selected-by-default", false);
        said.put("marketo.activity-id", type.id());
        String primary = primaryName();
        if (primary != null) {
            said.put("marketo.primary-attribute-name", primary);
        }
        return said;
    }

    /** Cleaned like the names of columns, as older taps write it. */
    private @Nullable String primaryName() {
        return type.primaryAttribute()
                .map(primary -> TypedColumns.clean(primary.name()))
                .orElse(null);
    }

    @Override
    Set<Integer> types() {
        return Set.of(type.id());
    }

    @Override
    void write(ActivityCells activity, SyncContext sync) {
        if (!String.valueOf(type.id()).equals(activity.text(ActivityCells.TYPE))) {
            return;
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(ActivityCells.GUID, activity.text(ActivityCells.GUID));
        row.put(ActivityCells.LEAD, activity.value(ActivityCells.LEAD, FieldType.INTEGER));
        row.put(ActivityCells.DATE, activity.value(ActivityCells.DATE, FieldType.DATE_TIME));
        row.put(ActivityCells.TYPE, type.id());
        row.put(ActivityCells.CAMPAIGN, activity.value(ActivityCells.CAMPAIGN, FieldType.INTEGER));
        row.put(TypedColumns.PRIMARY_VALUE, activity.text(ActivityCells.PRIMARY));
        row.put(TypedColumns.PRIMARY_NAME, primaryName());
        row.put(TypedColumns.PRIMARY_ID, activity.text(ActivityCells.PRIMARY_ID));
        row.put(RowShape.EXTRA, addAttributes(activity, row));
        sync.write(row);
    }

    @Override
    void finish() {
        if (misfits > 0) {
            LOG.warn(
                    "stream \"{}\": {} values do not fit the type declared for them; they stand in _extra",
                    id,
                    misfits);
        }
    }

    /** Adds the declared attributes to the row and answers the others, null if there are none. */
    private @Nullable Map<String, @Nullable Object> addAttributes(
            ActivityCells activity, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> extra = new LinkedHashMap<>();
        columns.byAttribute().values().forEach(column -> row.put(column.name(), null));
        activity.attributes().forEach((name, value) -> {
            TypedColumns.Column column = columns.byAttribute().get(name);
            if (column == null) {
                extra.put(name, value);
                return;
            }
            try {
                row.put(column.name(), column.type().ofJson(value));
            } catch (BadValueException misfit) {
                extra.put(name, value);
                misfits++;
            }
        });
        return extra.isEmpty() ? null : extra;
    }
}
