package bizops.sandbox.zuora.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Custom fields as an administrator makes and deletes them; no row is stamped. Definitions are written as in the schema
 * file: {@code text(255)}, {@code picklist values Gold;Silver}, {@code date}. Owned by the tenant's lock.
 */
public final class CustomFields {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*__(c|[A-Z]+)");
    private static final Pattern DEFINITION = Pattern.compile("[a-z]+(\\(\\d+\\))?( values .+)?");

    private final Tenant tenant;

    public CustomFields(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Makes a field that exports take, without values; a boolean is false everywhere. */
    public void add(String object, String name, String definition) {
        ObjectType type = tenant.schema().get(object);
        String word = definition.replaceFirst("[( ].*", "");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("custom fields are named like Region__c, not " + name);
        }
        if (!DEFINITION.matcher(definition).matches()
                || Arrays.stream(FieldType.values())
                        .noneMatch(known -> known.apiName().equals(word))) {
            throw new IllegalArgumentException("no type \"" + definition + "\" of custom fields; there are: "
                    + String.join(
                            ", ",
                            Arrays.stream(FieldType.values())
                                    .map(FieldType::apiName)
                                    .toList()));
        }
        if (type.has(name)) {
            throw new IllegalArgumentException(type.name() + " has a field " + name + " already");
        }
        Field field = SchemaReader.field(name + " " + definition);
        type.fields().put(key(name), field);
        if (field.type() == FieldType.BOOLEAN) {
            tenant.rows(object).forEach(row -> row.reset(field.key(), false));
        }
    }

    /** Deletes a field, and its values with it. */
    public void remove(String object, String name) {
        ObjectType type = tenant.schema().get(object);
        Field field = type.field(name)
                .filter(Field::custom)
                .orElseThrow(() -> new IllegalArgumentException(type.name() + " has no custom field " + name));
        type.fields().remove(key(name));
        tenant.rows(object).forEach(row -> row.reset(field.key(), null));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
