package bizops.sandbox.salesforce.rest;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.FieldType;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** One field in a describe reply, with every property that the vendor gives. */
final class FieldJson {
    private static final Set<String> SYSTEM = Set.of(
            "Id",
            "IsDeleted",
            "CreatedDate",
            "CreatedById",
            "LastModifiedDate",
            "LastModifiedById",
            "SystemModstamp",
            "LastActivityDate",
            "LastViewedDate",
            "LastReferencedDate",
            "MasterRecordId");
    private static final int BYTES_A_CHARACTER = 3;

    private FieldJson() {}

    static void write(JsonGenerator json, Field field) throws IOException {
        boolean writable = !field.calculated() && !SYSTEM.contains(field.name()) && field.type() != FieldType.ADDRESS;
        boolean text = field.type().kind() == FieldType.Kind.TEXT;
        json.writeStartObject();
        json.writeBooleanField("aggregatable", field.sortable() && field.type() != FieldType.BOOLEAN);
        json.writeBooleanField("aiPredictionField", false);
        json.writeBooleanField("autoNumber", false);
        json.writeNumberField("byteLength", field.type().isId() ? field.length() : field.length() * BYTES_A_CHARACTER);
        json.writeBooleanField("calculated", field.calculated());
        json.writeNullField("calculatedFormula");
        json.writeBooleanField("cascadeDelete", field.cascade());
        json.writeBooleanField("caseSensitive", false);
        json.writeStringField("compoundFieldName", field.compound());
        json.writeNullField("controllerName");
        json.writeBooleanField("createable", writable);
        json.writeBooleanField("custom", field.custom());
        if (field.type() == FieldType.BOOLEAN) {
            json.writeBooleanField("defaultValue", false);
        } else {
            json.writeNullField("defaultValue");
        }
        json.writeNullField("defaultValueFormula");
        json.writeBooleanField("defaultedOnCreate", field.type() == FieldType.ID || field.type() == FieldType.BOOLEAN);
        json.writeBooleanField("dependentPicklist", false);
        json.writeBooleanField("deprecatedAndHidden", false);
        json.writeNumberField("digits", field.type() == FieldType.INT ? field.precision() : 0);
        json.writeBooleanField("displayLocationInDecimal", false);
        json.writeBooleanField("encrypted", false);
        json.writeBooleanField("externalId", false);
        json.writeStringField("extraTypeInfo", field.type() == FieldType.TEXTAREA ? "plaintextarea" : null);
        json.writeBooleanField("filterable", field.filterable());
        json.writeNullField("filteredLookupInfo");
        json.writeBooleanField("formulaTreatNullNumberAsZero", false);
        json.writeBooleanField("groupable", field.sortable() && (text || field.type() == FieldType.BOOLEAN));
        json.writeBooleanField("highScaleNumber", false);
        json.writeBooleanField("htmlFormatted", false);
        json.writeBooleanField("idLookup", field.type() == FieldType.ID);
        json.writeNullField("inlineHelpText");
        json.writeStringField("label", label(field.name()));
        json.writeNumberField("length", field.length());
        json.writeNullField("mask");
        json.writeNullField("maskType");
        json.writeStringField("name", field.name());
        json.writeBooleanField("nameField", field.name().equals("Name"));
        json.writeBooleanField("namePointing", field.referenceTo().size() > 1);
        json.writeBooleanField("nillable", !field.required());
        json.writeBooleanField("permissionable", writable);
        picklist(json, field);
        json.writeBooleanField("polymorphicForeignKey", field.referenceTo().size() > 1);
        json.writeNumberField("precision", field.type() == FieldType.INT ? 0 : field.precision());
        json.writeBooleanField("queryByDistance", false);
        json.writeNullField("referenceTargetField");
        json.writeArrayFieldStart("referenceTo");
        for (String target : field.referenceTo()) {
            json.writeString(target);
        }
        json.writeEndArray();
        json.writeStringField("relationshipName", field.relationship());
        json.writeNullField("relationshipOrder");
        json.writeBooleanField("restrictedDelete", false);
        json.writeBooleanField("restrictedPicklist", false);
        json.writeNumberField("scale", field.scale());
        json.writeBooleanField("searchPrefilterable", false);
        json.writeStringField("soapType", field.type().soapName());
        json.writeBooleanField("sortable", field.sortable());
        json.writeStringField("type", field.type().apiName());
        json.writeBooleanField("unique", false);
        json.writeBooleanField("updateable", writable);
        json.writeBooleanField("writeRequiresMasterRead", false);
        json.writeEndObject();
    }

    private static void picklist(JsonGenerator json, Field field) throws IOException {
        json.writeArrayFieldStart("picklistValues");
        for (String value : field.values()) {
            json.writeStartObject();
            json.writeBooleanField("active", true);
            json.writeBooleanField("defaultValue", false);
            json.writeStringField("label", value);
            json.writeNullField("validFor");
            json.writeStringField("value", value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String label(String name) {
        String plain =
                name.endsWith("__c") ? name.substring(0, name.length() - 3).replace('_', ' ') : name;
        return plain.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }
}
