package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.data.ActivityType;
import bizops.sandbox.marketo.data.ActivityType.Attribute;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.LeadField;
import bizops.sandbox.marketo.wire.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is: fields of persons, types of activities, partitions (sections 5 and 6 of the vendor notes). */
final class DescribeEndpoint {
    private final Instance instance;
    private final Faults faults;

    DescribeEndpoint(Instance instance, Faults faults) {
        this.instance = instance;
        this.faults = faults;
    }

    Reply leads(Request request) {
        return request.envelope()
                .success(instance.fields().all().stream()
                        .map(DescribeEndpoint::old)
                        .toList());
    }

    private static Map<String, Object> old(LeadField field) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", field.id());
        shown.put("displayName", field.displayName());
        shown.put("dataType", field.type().text());
        if (field.length() != null) {
            shown.put("length", field.length());
        }
        shown.put("rest", named(field.name(), field.readOnly()));
        shown.put("soap", named(field.displayName().replace(" ", ""), field.readOnly()));
        return shown;
    }

    private static Map<String, Object> named(String name, boolean readOnly) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", name);
        named.put("readOnly", readOnly);
        return named;
    }

    Reply leads2(Request request) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", "API Lead");
        all.put("searchableFields", LeadFilter.NAMES.stream().map(List::of).toList());
        all.put(
                "fields",
                instance.fields().all().stream().map(DescribeEndpoint::modern).toList());
        return request.envelope().success(List.of(all));
    }

    private static Map<String, Object> modern(LeadField field) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", field.name());
        shown.put("displayName", field.displayName());
        shown.put("dataType", field.type().text());
        if (field.length() != null) {
            shown.put("length", field.length());
        }
        shown.put("updateable", !field.readOnly());
        shown.put("crmManaged", field.crmManaged());
        return shown;
    }

    Reply activityTypes(Request request) {
        Set<FaultName> capital = Set.of(MarketoFault.CAPITAL_TYPE_NAME);
        boolean capitals =
                faults.firing(capital, request.call().path(), "activity_types").isPresent();
        List<?> types =
                instance.types().all().stream().map(DescribeEndpoint::type).toList();
        Reply reply = request.envelope().success(types);
        return capitals
                ? Reply.json(reply.text().replace("\"dataType\":\"integer\"", "\"dataType\":\"Integer\""))
                : reply;
    }

    Reply customTypes(Request request) {
        return request.envelope()
                .success(instance.types().all().stream()
                        .filter(ActivityType::custom)
                        .map(DescribeEndpoint::type)
                        .toList());
    }

    private static Map<String, @Nullable Object> type(ActivityType type) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", type.id());
        shown.put("name", type.name());
        shown.put("description", type.description());
        if (type.primary() != null) {
            shown.put("primaryAttribute", attribute(type.primary()));
        }
        shown.put(
                "attributes",
                type.attributes().stream().map(DescribeEndpoint::attribute).toList());
        return shown;
    }

    private static Map<String, Object> attribute(Attribute attribute) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", attribute.name());
        shown.put("dataType", attribute.dataType());
        return shown;
    }

    Reply partitions(Request request) {
        return request.envelope()
                .success(instance.partitions().stream()
                        .map(partition -> {
                            Map<String, Object> shown = new LinkedHashMap<>();
                            shown.put("id", partition.id());
                            shown.put("name", partition.name());
                            shown.put("description", partition.description());
                            return shown;
                        })
                        .toList());
    }
}
