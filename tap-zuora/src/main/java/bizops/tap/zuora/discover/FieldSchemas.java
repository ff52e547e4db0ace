package bizops.tap.zuora.discover;

import bizops.singer.catalog.PropertySchema;
import bizops.singer.catalog.StreamSchema;

/**
 * The JSON Schema of an object's columns. Everything but the key may be null; picklists have no enumeration, for their
 * values change. The catalog keeps the vendor's type, so that a run by catalog needs no describe. Immutable.
 */
public final class FieldSchemas {
    /** Catalog metadata: the type that describe gave. */
    public static final String TYPE = "tap-zuora.type";
    /** Catalog metadata, as other Zuora taps have it: the relation whose id the property is. */
    public static final String JOINED = "tap-zuora.joined_object";
    /** Whether the row was deleted. */
    public static final String DELETED = "Deleted";

    private final boolean decimalsAsText;
    private final boolean datesAsDateTimes;

    /**
     * Options for targets of all kinds.
     *
     * @param decimalsAsText decimals as strings, for targets that would read numbers as floating point
     * @param datesAsDateTimes days as their midnight in UTC, as singer-io's tap sends them
     */
    public FieldSchemas(boolean decimalsAsText, boolean datesAsDateTimes) {
        this.decimalsAsText = decimalsAsText;
        this.datesAsDateTimes = datesAsDateTimes;
    }

    /** The schema of a whole object, the key first, the mark of deleted rows last. */
    public StreamSchema of(ObjectDescription object) {
        StreamSchema schema = StreamSchema.empty();
        for (FieldDescription field : object.fields()) {
            if (field.name().equals(ObjectDescription.ID)) {
                schema = schema.field(field.name(), of(field).notNull());
            }
        }
        for (FieldDescription field : object.fields()) {
            if (!field.name().equals(ObjectDescription.ID)) {
                schema = schema.field(field.name(), of(field));
            }
        }
        return schema.field(DELETED, PropertySchema.bool());
    }

    private PropertySchema of(FieldDescription field) {
        PropertySchema schema = typed(field.kind()).metadata(TYPE, field.type());
        return field.joined().isPresent()
                ? schema.metadata(JOINED, field.joined().get())
                : schema;
    }

    private PropertySchema typed(FieldKind kind) {
        return switch (kind) {
            case TEXT -> PropertySchema.string();
            case BOOLEAN -> PropertySchema.bool();
            case INTEGER -> PropertySchema.integer();
            case DECIMAL ->
                decimalsAsText ? PropertySchema.string().with("format", "singer.decimal") : PropertySchema.number();
            case DATE -> datesAsDateTimes ? PropertySchema.dateTime() : PropertySchema.date();
            case DATETIME -> PropertySchema.dateTime();
        };
    }
}
