package bizops.tap.marketo.activities;

import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.convert.RowShape;
import bizops.tap.marketo.convert.TypeChoices;
import bizops.tap.marketo.discover.ActivityType;
import bizops.tap.marketo.discover.Attribute;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns of one type's own stream, named as older taps name them. Immutable. */
final class TypedColumns {
    static final String PRIMARY_VALUE = "primary_attribute_value";
    static final String PRIMARY_NAME = "primary_attribute_name";
    static final String PRIMARY_ID = "primary_attribute_value_id";

    /** A column and the attribute it holds. */
    record Column(String name, FieldType type) {}

    private final Map<String, Column> byAttribute = new LinkedHashMap<>();

    TypedColumns(ActivityType type, TypeChoices choices) {
        Set<String> taken = new LinkedHashSet<>(ActivityCells.FIELDS);
        taken.addAll(Set.of(PRIMARY_VALUE, PRIMARY_NAME, PRIMARY_ID, RowShape.EXTRA));
        for (Attribute attribute : type.attributes()) {
            String clean = clean(attribute.name());
            String name = clean;
            for (int i = 2; !taken.add(name); i++) {
                name = clean + "_" + i;
            }
            byAttribute.putIfAbsent(attribute.name(), new Column(name, type(attribute, choices)));
        }
    }

    private static FieldType type(Attribute attribute, TypeChoices choices) {
        FieldType type = FieldType.of(attribute.dataType(), choices);
        return type == FieldType.ARRAY ? FieldType.SCALARS : type;
    }

    Map<String, Column> byAttribute() {
        return byAttribute;
    }

    /** As older taps do it: small letters, spaces to underscores. */
    static String clean(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
