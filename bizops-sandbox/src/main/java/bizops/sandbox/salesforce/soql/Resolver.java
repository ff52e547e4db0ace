package bizops.sandbox.salesforce.soql;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.data.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the fields that a query names, or refuses them as Salesforce does. */
final class Resolver {
    private final Schema schema;
    private final FieldAccess access;
    private final String soql;

    Resolver(Schema schema, FieldAccess access, String soql) {
        this.schema = schema;
        this.access = access;
        this.soql = soql;
    }

    SObject object(Query query) {
        SObject type = schema.object(query.object())
                .filter(access::sees)
                .orElseThrow(() -> SoqlException.at(
                        "INVALID_TYPE",
                        soql,
                        query.objectAt(),
                        "sObject type '" + query.object()
                                + "' is not supported. If you are attempting to use a custom object, be sure to append"
                                + " the '__c' after the entity name. Please reference your WSDL or the describe call"
                                + " for the appropriate names."));
        if (!type.queryable()) {
            throw new SoqlException(
                    "INVALID_TYPE_FOR_OPERATION", "entity type " + type.name() + " does not support query");
        }
        return type;
    }

    Column column(SObject type, Query.Path path) {
        List<Field> hops = new ArrayList<>();
        SObject holder = type;
        for (String name : path.names().subList(0, path.names().size() - 1)) {
            SObject from = holder;
            Field hop = holder.relationship(name)
                    .orElseThrow(() -> SoqlException.at(
                            "INVALID_FIELD",
                            soql,
                            path.at(),
                            "Didn't understand relationship '" + name + "' in field path. If you are attempting to use"
                                    + " a custom relationship, be sure to append the '__r' after the custom"
                                    + " relationship name. Please reference your WSDL or the describe call for the"
                                    + " appropriate names. (" + from.name() + ")"));
            hops.add(hop);
            holder = schema.get(hop.referenceTo().get(0));
        }
        return new Column(List.copyOf(hops), field(holder, path));
    }

    private Field field(SObject type, Query.Path path) {
        String name = path.names().get(path.names().size() - 1);
        Optional<Field> field = type.field(name).filter(found -> access.sees(type, found));
        return field.orElseThrow(() -> SoqlException.at(
                "INVALID_FIELD",
                soql,
                path.at(),
                "No such column '" + name + "' on entity '" + type.name()
                        + "'. If you are attempting to use a custom field, be sure to append the '__c' after the"
                        + " custom field name. Please reference your WSDL or the describe call for the appropriate"
                        + " names."));
    }

    Aggregate aggregate(SObject type, Query.Function function) {
        Column column = column(type, function.path());
        if (!Aggregate.fits(function.kind(), column.field().type())) {
            throw SoqlException.at(
                    "MALFORMED_QUERY",
                    soql,
                    function.path().at(),
                    "field " + column.field().name() + " does not support aggregate operator " + function.kind());
        }
        return new Aggregate(function.kind(), column, function.alias());
    }

    Column filterable(SObject type, Query.Path path) {
        Column column = column(type, path);
        if (!column.field().filterable()) {
            throw SoqlException.at(
                    "INVALID_FIELD",
                    soql,
                    path.at(),
                    "field '" + column.field().name() + "' can not be filtered in a query call");
        }
        return column;
    }

    Column sortable(SObject type, Query.Path path) {
        Column column = column(type, path);
        if (!column.field().sortable()) {
            throw SoqlException.at(
                    "MALFORMED_QUERY",
                    soql,
                    path.at(),
                    "field '" + column.field().name() + "' can not be sorted in a query call");
        }
        return column;
    }
}
