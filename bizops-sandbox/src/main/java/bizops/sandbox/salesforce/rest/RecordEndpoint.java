package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.Formulas;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.soql.Column;
import bizops.sandbox.salesforce.soql.FieldAccess;
import java.util.List;
import java.util.Map;

/** {@code sobjects/X/id}: one row with all its fields. */
final class RecordEndpoint {
    private final Org org;
    private final FieldAccess access;

    RecordEndpoint(Org org, FieldAccess access) {
        this.org = org;
        this.access = access;
    }

    Reply answer(SObject type, String id, String version) {
        Map<String, Object> values = type.queryable() ? org.table(type.name()).seen(id, org.now()) : null;
        if (values == null || Boolean.TRUE.equals(values.get("IsDeleted"))) {
            throw ApiException.notFound();
        }
        List<Column> columns = type.fields().values().stream()
                .filter(field -> access.sees(type, field))
                .map(field -> new Column(List.<Field>of(), field))
                .toList();
        ValueJson writer = new ValueJson(new Formulas(org));
        return Reply.json(Json.text(
                json -> RecordShape.of(columns).write(json, org, writer, new Column.Found(type, values), version)));
    }
}
