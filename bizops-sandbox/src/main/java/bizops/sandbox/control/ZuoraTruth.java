package bizops.sandbox.control;

import bizops.sandbox.copies.Joined;
import bizops.sandbox.copies.Seen;
import bizops.sandbox.zuora.data.Field;
import bizops.sandbox.zuora.data.ObjectType;
import bizops.sandbox.zuora.data.Relationship;
import bizops.sandbox.zuora.data.Row;
import bizops.sandbox.zuora.data.Tenant;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every row of the Zuora tenant as it really is, committed or not. A related id is {@code AccountId}, unless the object has
 * a field of that name; deleted rows have none, as in exports.
 */
public final class ZuoraTruth {
    private final Tenant tenant;

    public ZuoraTruth(Tenant tenant) {
        this.tenant = tenant;
    }

    /**
     * All rows of an object in order of id, values as the tenant holds them. {@code Deleted} marks deleted rows, and
     * {@link Truth#GONE_AT} is set on those that no export reports any more.
     */
    public List<Map<String, @Nullable Object>> rows(String object) {
        ObjectType type = tenant.schema().get(object);
        List<Map<String, @Nullable Object>> stored =
                tenant.rows(object).stream().map(row -> row(type, row)).toList();
        List<Map<String, Object>> copies = tenant.copies(object);
        return copies.isEmpty() ? stored : new Joined<>(stored, new Seen<>(copies, values -> row(type, values)));
    }

    private static Map<String, @Nullable Object> row(ObjectType type, Map<String, Object> live) {
        Map<String, @Nullable Object> values = values(type, live, true);
        values.put(Row.DELETED, false);
        values.put(Truth.GONE_AT, null);
        return values;
    }

    private Map<String, @Nullable Object> row(ObjectType type, Row row) {
        Map<String, @Nullable Object> values = values(type, row.values(), !row.isDeleted());
        values.put(Row.DELETED, row.isDeleted());
        Instant gone = Tenant.goneAt(row);
        values.put(Truth.GONE_AT, gone == null || gone.isAfter(tenant.now()) ? null : gone);
        return values;
    }

    private static Map<String, @Nullable Object> values(ObjectType type, Map<String, Object> held, boolean live) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : type.fields().values()) {
            values.put(field.name(), held.get(field.key()));
        }
        for (Relationship relationship : type.relationships().values()) {
            String name = relationship.name() + "Id";
            if (!type.has(name)) {
                values.put(name, live ? held.get(relationship.key()) : null);
            }
        }
        return values;
    }

    /** The same as JSON lines in UTF-8. */
    public Truth.Lines lines(String object) {
        return Truth.lines(rows(object));
    }
}
