package bizops.sandbox.control;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.Row;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.data.Series;
import bizops.sandbox.salesforce.data.Wire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows changed by a test, stamped with the clock unless the test gives the stamp. Types are checked, rules are not. */
public final class Planting {
    private final Org org;

    public Planting(Org org) {
        this.org = org;
    }

    /** Adds a row; values as text, Boolean, number or the org's own types. Gives its id. */
    public String insert(String object, Map<String, ? extends @Nullable Object> values) {
        return org.insert(object, typed(org.schema().get(object), values)).id();
    }

    /** Changes fields of a row; null clears one. */
    public void update(String object, String id, Map<String, ? extends @Nullable Object> values) {
        org.update(row(object, id), object, typed(org.schema().get(object), values));
    }

    /** Deletes a row as a user does: to the bin where the object has one. */
    public void delete(String object, String id) {
        org.delete(row(object, id), object);
    }

    /** Takes a row out of the bin. */
    public void undelete(String object, String id) {
        org.update(row(object, id), object, Map.of("IsDeleted", false));
    }

    /** Removes a row for good; it is missing from queryAll too. */
    public void purge(String object, String id) {
        org.purge(row(object, id), object);
    }

    private Row row(String object, String id) {
        Row row = org.table(object).find(id);
        if (row == null) {
            Series series = org.table(object).series();
            throw new IllegalArgumentException(
                    series != null && series.indexOf(id) >= 0
                            ? "the " + object + " " + id
                                    + " is computed from its number and cannot change; take another"
                            : "no " + object + " with id " + id);
        }
        return row;
    }

    private static Map<String, @Nullable Object> typed(SObject type, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> typed = new HashMap<>();
        values.forEach((name, value) -> {
            Field field = type.field(name)
                    .filter(known -> !known.calculated())
                    .orElseThrow(() -> new IllegalArgumentException(type.name() + " has no field " + name + " to set"));
            typed.put(field.name(), value == null ? null : typed(field, value));
        });
        return typed;
    }

    private static Object typed(Field field, Object value) {
        return switch (field.type().kind()) {
            case TEXT -> value.toString();
            case BOOLEAN -> value instanceof Boolean ? value : Boolean.valueOf(value.toString());
            case NUMBER -> new BigDecimal(value.toString());
            case DATE -> value instanceof LocalDate ? value : LocalDate.parse(value.toString());
            case DATETIME -> value instanceof java.time.Instant ? value : Wire.parseInstant(value.toString());
            case COMPOUND -> throw new IllegalArgumentException("set the parts of " + field.name());
        };
    }
}
