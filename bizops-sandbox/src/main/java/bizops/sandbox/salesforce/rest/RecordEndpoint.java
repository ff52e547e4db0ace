package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.Formulas;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.soql.Column;
import bizops.sandbox.salesforce.soql.FieldAccess;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sobjects/X/id}: one row, with all its fields or with those that {@code fields} names and the id. */
final class RecordEndpoint {
    private final Org org;
    private final FieldAccess access;

    RecordEndpoint(Org org, FieldAccess access) {
        this.org = org;
        this.access = access;
    }

    /** Writes rows of one object, each with the same fields. */
    interface Reader {
        /** The row with this id, or null where there is none. */
        void write(JsonGenerator json, String id) throws IOException;
    }

    Reply answer(Call call, SObject type, String id, String version) {
        List<Field> fields = call.parameter("fields")
                .map(names -> named(type, names(names)))
                .orElseGet(() -> type.fields().values().stream()
                        .filter(field -> access.sees(type, field))
                        .toList());
        if (values(type, id) == null) {
            throw ApiException.notFound();
        }
        Reader reader = reader(fields, type, version);
        return Reply.json(Json.text(json -> reader.write(json, id)));
    }

    /** Refuses a name that is none of the object's fields. */
    Reader reader(SObject type, List<String> names, String version) {
        return reader(named(type, names), type, version);
    }

    /** The names of a list with commas. */
    static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Reader reader(List<Field> fields, SObject type, String version) {
        RecordShape shape = RecordShape.of(fields.stream()
                .map(field -> new Column(List.<Field>of(), field))
                .toList());
        ValueJson writer = ValueJson.rest(new Formulas(org));
        return (json, id) -> {
            Map<String, Object> values = values(type, id);
            if (values == null) {
                json.writeNull();
            } else {
                shape.write(json, org, writer, new Column.Found(type, values), version);
            }
        };
    }

    private @Nullable Map<String, Object> values(SObject type, String id) {
        Map<String, Object> values = type.queryable() ? org.table(type.name()).seen(id, org.now()) : null;
        return values == null || Boolean.TRUE.equals(values.get("IsDeleted")) ? null : values;
    }

    private List<Field> named(SObject type, List<String> names) {
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            fields.add(type.field(name)
                    .filter(field -> access.sees(type, field))
                    .orElseThrow(() -> new ApiException(
                            400, "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type.name())));
        }
        type.field("Id").filter(id -> !fields.contains(id)).ifPresent(fields::add);
        return fields;
    }
}
