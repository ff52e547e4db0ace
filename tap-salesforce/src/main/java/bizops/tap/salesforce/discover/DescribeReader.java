package bizops.tap.salesforce.discover;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the replies of {@code /sobjects} and {@code /sobjects/X/describe}. Immutable; unknown keys are ignored. */
final class DescribeReader {
    /** The objects of a {@code /sobjects} reply, in its order. */
    List<ObjectSummary> summaries(JsonNode reply) {
        List<ObjectSummary> summaries = new ArrayList<>();
        for (JsonNode object : reply.path("sobjects")) {
            summaries.add(new ObjectSummary(
                    object.path("name").asText(),
                    object.path("queryable").asBoolean(true),
                    object.path("deprecatedAndHidden").asBoolean(false),
                    object.path("customSetting").asBoolean(false)));
        }
        return summaries;
    }

    /** The object of one describe reply. */
    ObjectDescription description(JsonNode reply) {
        List<FieldDescription> fields = new ArrayList<>();
        for (JsonNode node : reply.path("fields")) {
            FieldDescription field = field(node);
            if (!field.hidden()) {
                fields.add(field);
            }
        }
        return new ObjectDescription(
                reply.path("name").asText(),
                reply.path("keyPrefix").asText(""),
                reply.path("queryable").asBoolean(true),
                reply.path("replicateable").asBoolean(false),
                fields);
    }

    private static FieldDescription field(JsonNode node) {
        List<String> referenceTo = new ArrayList<>();
        node.path("referenceTo").forEach(target -> referenceTo.add(target.asText()));
        String type = node.path("type").asText("");
        return new FieldDescription(
                node.path("name").asText(),
                type,
                FieldKind.of(type, node.path("soapType").asText("")),
                node.path("length").asInt(0),
                node.path("precision").asInt(0),
                node.path("scale").asInt(0),
                node.path("filterable").asBoolean(true),
                node.path("sortable").asBoolean(true),
                node.path("aggregatable").asBoolean(true),
                node.path("calculated").asBoolean(false),
                node.path("deprecatedAndHidden").asBoolean(false),
                referenceTo,
                node.path("compoundFieldName").asText(""));
    }
}
