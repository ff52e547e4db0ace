package bizops.tap.marketo.discover;

import bizops.singer.catalog.PropertySchema;
import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.convert.TypeChoices;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a lead or program member. Immutable.
 *
 * @param name the REST name
 * @param dataType as Marketo calls it, in any case
 * @param length of texts; 0 if it is not told
 */
public record FieldDescription(String name, String displayName, String dataType, int length) {

    /** Empty for a field that REST does not have. The older description keeps the name in {@code rest}. */
    static Optional<FieldDescription> of(Map<String, ? extends @Nullable Object> json) {
        Object name = json.get("rest") instanceof Map<?, ?> rest ? rest.get("name") : json.get("name");
        if (!(name instanceof String text) || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FieldDescription(
                text,
                json.get("displayName") instanceof String display ? display : text,
                json.get("dataType") instanceof String type ? type : "string",
                json.get("length") instanceof Number length ? length.intValue() : 0));
    }

    public FieldType type(TypeChoices choices) {
        return FieldType.of(dataType, choices);
    }

    PropertySchema schema(TypeChoices choices) {
        FieldType type = type(choices);
        PropertySchema schema = type.schema();
        return type == FieldType.TEXT && length > 0 ? schema.maxLength(length) : schema;
    }
}
