package bizops.sandbox.salesforce.data;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator does to the fields of an object. Rows keep their stamps, so whoever reads what has changed does not
 * learn of it: values that a field has already when it comes, gets another name or is given back are not told.
 *
 * <p>Definitions are written as in the schema file: {@code string(80)}, {@code picklist values Gold;Silver}, {@code
 * double(18,2)}. Owned by the org's lock.
 */
public final class CustomFields {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*__c");
    private static final Set<FieldType> TYPES = EnumSet.of(
            FieldType.STRING,
            FieldType.TEXTAREA,
            FieldType.PICKLIST,
            FieldType.MULTIPICKLIST,
            FieldType.PHONE,
            FieldType.EMAIL,
            FieldType.URL,
            FieldType.BOOLEAN,
            FieldType.DOUBLE,
            FieldType.CURRENCY,
            FieldType.PERCENT,
            FieldType.DATE,
            FieldType.DATETIME);

    private final Org org;

    public CustomFields(Org org) {
        this.org = org;
    }

    /** Makes a field, without values; a check box is false everywhere. */
    public void add(String object, String name, String definition) {
        SObject type = type(object);
        Field field = field(name, definition);
        if (type.has(name)) {
            throw new IllegalArgumentException(type.name() + " has a field " + name + " already");
        }
        type.fields().put(key(name), field);
        if (field.type() == FieldType.BOOLEAN) {
            org.table(object).rows().forEach(row -> row.fill(name, false));
        }
    }

    /** Deletes a field, and its values with it. */
    public void remove(String object, String name) {
        SObject type = type(object);
        Field field = custom(type, name);
        show(object, name);
        type.fields().remove(key(name));
        values(object, field.name(), null);
    }

    /** Gives a field another API name; its values stay. */
    public void rename(String object, String name, String newName) {
        SObject type = type(object);
        Field field = custom(type, name);
        if (type.has(newName)) {
            throw new IllegalArgumentException(type.name() + " has a field " + newName + " already");
        }
        checkName(newName);
        show(object, name);
        Map<String, Field> fields = new LinkedHashMap<>(type.fields());
        type.fields().clear();
        fields.forEach((key, each) ->
                type.fields().put(each == field ? key(newName) : key, each == field ? each.named(newName) : each));
        values(object, field.name(), newName);
    }

    /** Changes the type of a field to one with values of the same kind, such as a picklist to a long text. */
    public void retype(String object, String name, String definition) {
        SObject type = type(object);
        Field old = custom(type, name);
        Field field = field(old.name(), definition);
        if (field.type().kind() != old.type().kind()) {
            throw new IllegalArgumentException("values of " + type.name() + "." + old.name()
                    + " are not converted from " + old.type().apiName() + " to "
                    + field.type().apiName() + ": remove the field and add it anew");
        }
        type.fields().put(key(name), field);
    }

    /** Takes the right to see a field, of any kind, from everybody. */
    public void hide(String object, String name) {
        SObject type = type(object);
        org.schema().hide(type, known(type, name));
    }

    /** Gives the right back. */
    public void show(String object, String name) {
        SObject type = type(object);
        org.schema().show(type, known(type, name));
    }

    private SObject type(String object) {
        return org.schema().get(object);
    }

    private void values(String object, String from, @Nullable String to) {
        org.table(object).rows().forEach(row -> row.rename(from, to));
    }

    private static Field known(SObject type, String name) {
        return type.field(name).orElseThrow(() -> new IllegalArgumentException(type.name() + " has no field " + name));
    }

    private static Field custom(SObject type, String name) {
        Field field = known(type, name);
        if (!field.custom()) {
            throw new IllegalArgumentException(type.name() + "." + field.name() + " is no custom field");
        }
        return field;
    }

    private static Field field(String name, String definition) {
        checkName(name);
        String word = definition.replaceFirst("[( ].*", "");
        if (TYPES.stream().noneMatch(type -> type.apiName().equals(word))) {
            throw new IllegalArgumentException("no type \"" + word + "\" of custom fields; there are: "
                    + String.join(", ", TYPES.stream().map(FieldType::apiName).toList()));
        }
        Field field = SchemaReader.field(name + " " + definition);
        boolean isSized = switch (field.type().kind()) {
            case TEXT -> field.length() > 0;
            case NUMBER -> field.precision() > 0;
            default -> true;
        };
        if (!isSized) {
            throw new IllegalArgumentException("give " + name + " a size, as in string(80) or double(18,2)");
        }
        return field;
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("custom fields are named like Tier__c, not " + name);
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
