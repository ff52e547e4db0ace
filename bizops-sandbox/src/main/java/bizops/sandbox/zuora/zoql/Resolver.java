package bizops.sandbox.zuora.zoql;

import bizops.sandbox.zuora.data.Field;
import bizops.sandbox.zuora.data.ObjectType;
import bizops.sandbox.zuora.data.Relationship;
import bizops.sandbox.zuora.data.Schema;
import java.util.ArrayList;
import java.util.List;

/** Finds the fields that a query names; names ignore case. */
final class Resolver {
    private final Schema schema;
    private final FieldAccess access;
    private final ObjectType type;

    Resolver(Schema schema, FieldAccess access, String object) {
        this.schema = schema;
        this.access = access;
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
        if (name == null || name.equalsIgnoreCase(type.name())) {
            return new Column(null, field(type, path));
        }
        Relationship relationship = relationship(name);
        return new Column(relationship, field(target(relationship), path));
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
