package bizops.tap.salesforce.discover;

import bizops.singer.catalog.PropertySchema;
import bizops.singer.catalog.StreamSchema;
import java.util.Set;

/**
 * The JSON Schema of described fields. Immutable.
 *
 * <p>Everything but the identifier may be null: {@code nillable} of describe cannot be trusted. Fields that only say
 * who looked at a row last are left out unless the catalog selects them: they change without a new stamp.
 */
public final class FieldSchemas {
    private static final int ID_LENGTH = 18;
    private static final Set<String> NOISE = Set.of("LastViewedDate", "LastReferencedDate");
    private static final StreamSchema LOCATION =
            StreamSchema.empty().field("latitude", PropertySchema.number()).field("longitude", PropertySchema.number());
    private static final StreamSchema ADDRESS = StreamSchema.empty()
            .field("street", PropertySchema.string())
            .field("city", PropertySchema.string())
            .field("state", PropertySchema.string())
            .field("stateCode", PropertySchema.string())
            .field("postalCode", PropertySchema.string())
            .field("country", PropertySchema.string())
            .field("countryCode", PropertySchema.string())
            .field("latitude", PropertySchema.number())
            .field("longitude", PropertySchema.number())
            .field("geocodeAccuracy", PropertySchema.string());

    private final boolean selectedByDefault;

    /** @param selectedByDefault whether fields are read that the catalog says nothing about */
    public FieldSchemas(boolean selectedByDefault) {
        this.selectedByDefault = selectedByDefault;
    }

    /** The schema of a whole object, the identifier first, then fields in the vendor's order. */
    public StreamSchema of(ObjectDescription object, Keys keys) {
        StreamSchema schema = StreamSchema.empty();
        for (FieldDescription field : object.fields()) {
            if (field.name().equals(keys.id())) {
                schema = schema.field(field.name(), type(field).notNull());
            }
        }
        for (FieldDescription field : object.fields()) {
            if (!field.name().equals(keys.id())) {
                schema = schema.field(field.name(), of(field));
            }
        }
        return schema;
    }

    private PropertySchema of(FieldDescription field) {
        if (!field.supported()) {
            return PropertySchema.string().unsupported().metadata("unsupported-description", field.whyUnsupported());
        }
        PropertySchema schema = type(field);
        if (field.calculated()) {
            schema = schema.metadata("calculated", true);
        }
        boolean wanted = selectedByDefault && !NOISE.contains(field.name());
        return wanted ? schema : schema.selectedByDefault(false);
    }

    private static PropertySchema type(FieldDescription field) {
        return switch (field.kind()) {
            case ID -> PropertySchema.string().maxLength(ID_LENGTH);
            case TEXT -> text(field);
            case BOOLEAN -> PropertySchema.bool();
            case INTEGER -> PropertySchema.integer();
            case DECIMAL ->
                PropertySchema.number().metadata("precision", field.precision()).metadata("scale", field.scale());
            case DATE -> PropertySchema.date();
            case DATETIME -> PropertySchema.dateTime();
            case ADDRESS -> PropertySchema.object(ADDRESS);
            case LOCATION -> PropertySchema.object(LOCATION);
            case TIME, ANY, JSON, BASE64, UNSUPPORTED -> PropertySchema.string();
        };
    }

    private static PropertySchema text(FieldDescription field) {
        PropertySchema text = PropertySchema.string();
        return field.length() > 0 ? text.maxLength(field.length()) : text;
    }
}
