package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.data.Schema;
import bizops.sandbox.salesforce.soql.FieldAccess;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** {@code sobjects}, {@code sobjects/X} and {@code sobjects/X/describe}; what security hides is simply absent. */
final class DescribeEndpoint {
    private final Schema schema;
    private final FieldAccess access;

    DescribeEndpoint(Schema schema, FieldAccess access) {
        this.schema = schema;
        this.access = access;
    }

    SObject type(String name) {
        return schema.object(name).filter(access::sees).orElseThrow(ApiException::notFound);
    }

    Reply list(String version) {
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("encoding", "UTF-8");
            json.writeNumberField("maxBatchSize", 200);
            json.writeArrayFieldStart("sobjects");
            for (SObject type : schema.objects()) {
                if (access.sees(type)) {
                    json.writeStartObject();
                    properties(json, type, version);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    /** {@code sobjects/X}: what {@link #list} says of the object, and the rows that the user has seen lately: none. */
    Reply basics(String object, String version) {
        SObject type = type(object);
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("objectDescribe");
            properties(json, type, version);
            json.writeEndObject();
            json.writeArrayFieldStart("recentItems");
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    Reply describe(Call call, String object, String version) {
        SObject type = type(object);
        String body = Json.text(json -> {
            json.writeStartObject();
            properties(json, type, version);
            json.writeArrayFieldStart("fields");
            for (Field field : type.fields().values()) {
                if (access.sees(type, field)) {
                    FieldJson.write(json, field);
                }
            }
            json.writeEndArray();
            children(json, type);
            json.writeArrayFieldStart("recordTypeInfos");
            json.writeEndArray();
            json.writeArrayFieldStart("supportedScopes");
            json.writeEndArray();
            json.writeEndObject();
        });
        String etag = "\"" + Integer.toHexString(body.hashCode()) + "--gzip\"";
        boolean known = call.header("if-none-match").filter(etag::equals).isPresent();
        return (known ? Reply.empty(304) : Reply.json(body)).with("ETag", etag);
    }

    private void children(JsonGenerator json, SObject type) throws IOException {
        json.writeArrayFieldStart("childRelationships");
        for (SObject child : schema.objects()) {
            for (Field field : child.fields().values()) {
                if (field.referenceTo().contains(type.name()) && access.sees(child) && access.sees(child, field)) {
                    json.writeStartObject();
                    json.writeBooleanField("cascadeDelete", field.cascade());
                    json.writeStringField("childSObject", child.name());
                    json.writeBooleanField("deprecatedAndHidden", false);
                    json.writeStringField("field", field.name());
                    json.writeNullField("relationshipName");
                    json.writeBooleanField("restrictedDelete", false);
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
    }

    private static void properties(JsonGenerator json, SObject type, String version) throws IOException {
        boolean data = type.queryable() && !type.name().endsWith("ChangeEvent");
        for (String always : new String[] {
            "activateable",
            "custom",
            "customSetting",
            "deprecatedAndHidden",
            "feedEnabled",
            "hasSubtypes",
            "isInterface",
            "isSubtype",
            "mruEnabled"
        }) {
            json.writeBooleanField(always, false);
        }
        json.writeNullField("associateEntityType");
        json.writeNullField("associateParentEntity");
        for (String write :
                new String[] {"createable", "deletable", "layoutable", "searchable", "triggerable", "updateable"}) {
            json.writeBooleanField(write, data);
        }
        json.writeStringField("keyPrefix", type.keyPrefix());
        json.writeStringField("label", type.name().replaceAll("(?<=[a-z])(?=[A-Z])", " "));
        json.writeStringField("labelPlural", type.labelPlural());
        json.writeBooleanField("mergeable", type.flags().contains("merge"));
        json.writeStringField("name", type.name());
        json.writeBooleanField("queryable", type.queryable());
        json.writeBooleanField("replicateable", type.replicateable());
        json.writeBooleanField("retrieveable", data);
        json.writeBooleanField("undeletable", type.undeletable());
        String base = "/services/data/" + version + "/sobjects/" + type.name();
        json.writeObjectFieldStart("urls");
        json.writeStringField("sobject", base);
        json.writeStringField("describe", base + "/describe");
        json.writeStringField("rowTemplate", base + "/{ID}");
        json.writeEndObject();
    }
}
