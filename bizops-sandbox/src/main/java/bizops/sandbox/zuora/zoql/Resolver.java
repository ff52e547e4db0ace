package bizops.sandbox.zuora.zoql;

import bizops.sandbox.zuora.data.Field;
import bizops.sandbox.zuora.data.FieldType;
import bizops.sandbox.zuora.data.ObjectType;
import bizops.sandbox.zuora.data.Relationship;
import bizops.sandbox.zuora.data.Row;
import bizops.sandbox.zuora.data.Schema;
import java.util.ArrayList;
import java.util.List;

/** Finds the fields that a query names; names ignore case. */
final class Resolver {
    private static final Field DELETED = new Field(Row.DELETED, FieldType.BOOLEAN, 0, true, false, null, List.of());

    private final Schema schema;
    private final FieldAccess access;
    private final ObjectType type;
    private final boolean flat;

    /** @param flat whether related ids are columns of their own ({@code accountid}), and {@code deleted} too */
    Resolver(Schema schema, FieldAccess access, String object, boolean flat) {
        this.schema = schema;
        this.access = access;
        this.flat = flat;
        this.type = schema.object(object).filter(access::sees).orElseThrow(ZoqlException::noSource);
    }

    ObjectType type() {
        return type;
    }

    /** The columns of a select list; a star stands for all own fields, never for related rows' ids. */
    List<Column> columns(List<Query.Path> paths) {
        List<Column> columns = new ArrayList<>();
        for (Query.Path path : paths) {
            if (path.isStar()) {
                if (flat && path.relationship() == null) {
                    columns.addAll(allFlat());
                    continue;
                }
                ObjectType of = path.relationship() == null ? type : target(relationship(path.relationship()));
                for (Field field : of.fields().values()) {
                    if (visible(of, field)) {
                        columns.add(new Column(
                                path.relationship() == null ? null : relationship(path.relationship()), field));
                    }
                }
            } else {
                columns.add(column(path));
            }
        }
        return columns;
    }

    Column column(Query.Path path) {
        String name = path.relationship();
        if (name == null && flat && !type.has(path.field())) {
            return flatColumn(path.field());
        }
        if (name == null || name.equalsIgnoreCase(type.name())) {
            return new Column(null, field(type, path));
        }
        Relationship relationship = relationship(name);
        return new Column(relationship, field(target(relationship), path));
    }

    private List<Column> allFlat() {
        List<Column> columns = new ArrayList<>();
        for (Field field : type.fields().values()) {
            if (visible(type, field)) {
                columns.add(new Column(null, field));
            }
        }
        for (Relationship relationship : type.relationships().values()) {
            if (!type.has(relationship.name() + "Id")) {
                columns.add(flatColumn(relationship.name() + "Id"));
            }
        }
        return columns;
    }

    private Column flatColumn(String name) {
        if (name.equalsIgnoreCase(Row.DELETED)) {
            return new Column(null, DELETED);
        }
        return type.relationships().values().stream()
                .filter(found -> name.equalsIgnoreCase(found.name() + "Id"))
                .findFirst()
                .map(found -> new Column(found, target(found).field("Id").orElseThrow()))
                .orElseThrow(() -> ZoqlException.noField(name));
    }

    private Field field(ObjectType of, Query.Path path) {
        return of.field(path.field())
                .filter(found -> visible(of, found))
                .orElseThrow(() -> ZoqlException.noField(path.toString()));
    }

    private boolean visible(ObjectType of, Field field) {
        return field.exported() && access.sees(of, field);
    }

    private Relationship relationship(String name) {
        return type.relationship(name).orElseThrow(ZoqlException::noSource);
    }

    private ObjectType target(Relationship relationship) {
        return schema.get(relationship.object());
    }
}
