package bizops.sandbox.control;

import bizops.sandbox.salesforce.data.Wire;
import bizops.sandbox.zuora.data.Field;
import bizops.sandbox.zuora.data.ObjectType;
import bizops.sandbox.zuora.data.Relationship;
import bizops.sandbox.zuora.data.Row;
import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the Zuora tenant changed by a test, stamped with the clock unless the test gives UpdatedDate. Types are checked,
 * rules are not. Related ids are {@code Account.Id} or {@code AccountId}.
 */
public final class ZuoraPlanting {
    private final Tenant tenant;

    public ZuoraPlanting(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Adds a row; values as text, Boolean, number or the tenant's own types. Gives its id. */
    public String insert(String object, Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> typed = new HashMap<>();
        typed(tenant.schema().get(object), values).forEach((key, value) -> {
            if (value != null) {
                typed.put(key, value);
            }
        });
        return tenant.insert(object, typed).id();
    }

    /** Changes values of a row; null clears one. */
    public void update(String object, String id, Map<String, ? extends @Nullable Object> values) {
        tenant.update(row(object, id), typed(tenant.schema().get(object), values));
    }

    /** Changes values of a row and leaves its UpdatedDate. */
    public void updateUnstamped(String object, String id, Map<String, ? extends @Nullable Object> values) {
        tenant.updateUnstamped(row(object, id), typed(tenant.schema().get(object), values));
    }

    public void delete(String object, String id) {
        tenant.delete(row(object, id));
    }

    private Row row(String object, String id) {
        Row row = tenant.find(object, id);
        if (row == null) {
            throw new IllegalArgumentException("no " + object + " with id " + id + " in Zuora");
        }
        return row;
    }

    private static Map<String, @Nullable Object> typed(
            ObjectType type, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> typed = new HashMap<>();
        values.forEach((name, value) -> {
            Optional<Field> field = type.field(name);
            if (field.isPresent()) {
                typed.put(field.get().key(), value == null ? null : typed(field.get(), value));
            } else {
                typed.put(relationship(type, name).key(), value == null ? null : value.toString());
            }
        });
        return typed;
    }

    private static Relationship relationship(ObjectType type, String name) {
        return type.relationship(name.replaceFirst("\\.?Id$", ""))
                .orElseThrow(() -> new IllegalArgumentException(type.name() + " has no field " + name + " to set"));
    }

    private static Object typed(Field field, Object value) {
        return switch (field.type()) {
            case TEXT, LONGTEXT, PICKLIST -> value.toString();
            case BOOLEAN -> value instanceof Boolean ? value : Boolean.valueOf(value.toString());
            case INTEGER, NUMBER, DECIMAL -> new BigDecimal(value.toString());
            case DATE -> value instanceof LocalDate ? value : LocalDate.parse(value.toString());
            case DATETIME -> value instanceof Instant ? value : Wire.parseInstant(value.toString());
        };
    }
}
