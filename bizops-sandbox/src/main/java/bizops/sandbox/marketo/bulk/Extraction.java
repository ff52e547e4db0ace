package bizops.sandbox.marketo.bulk;

import bizops.sandbox.copies.Joined;
import bizops.sandbox.marketo.data.Activity;
import bizops.sandbox.marketo.data.ActivityTypes;
import bizops.sandbox.marketo.data.Asset;
import bizops.sandbox.marketo.data.AssetKind;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import bizops.sandbox.marketo.wire.MarketoException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks what a job asks for and gathers its rows (table of filters in section 4 of the vendor notes). */
final class Extraction {
    private static final Set<Integer> WITH_PRIMARY_FILTER = Set.of(13, 22, 104, 24, 25, 2);
    private static final int MOST_PRIMARY = 50;
    private static final List<String> LEAD_FILTERS =
            List.of("createdAt", "updatedAt", "staticListId", "staticListName", "smartListId", "smartListName");

    private final Instance instance;
    private final MemberExtraction members;

    Extraction(Instance instance) {
        this.instance = instance;
        this.members = new MemberExtraction(instance);
    }

    /** The same request with its fields complete, or a refusal. */
    ExportRequest check(ExportRequest request, boolean updatedAtAllowed) {
        return switch (request.kind()) {
            case LEADS -> {
                checkFields(request.fields(), instance.fields().unknown(request.fields()));
                leads(request.filter(), updatedAtAllowed);
                yield request;
            }
            case ACTIVITIES -> {
                ExportRequest complete =
                        request.fields().isEmpty() ? request.withFields(ActivityExtract.USUAL) : request;
                List<String> unknown = new ArrayList<>(complete.fields());
                unknown.removeAll(ActivityExtract.USUAL);
                unknown.remove(ActivityExtract.RESULT);
                checkFields(complete.fields(), unknown);
                activities(request.filter());
                yield complete;
            }
            case MEMBERS -> members.check(request, updatedAtAllowed);
        };
    }

    static void checkFields(List<String> fields, List<String> unknown) {
        if (fields.isEmpty()) {
            throw MarketoException.missing("fields");
        }
        if (!unknown.isEmpty()) {
            throw new MarketoException("1003", "Invalid fields " + unknown);
        }
    }

    /** The rows as they are now. */
    Extract rows(ExportRequest request) {
        Instant now = instance.now();
        return switch (request.kind()) {
            case LEADS -> {
                Predicate<Lead> wanted = leads(request.filter(), true);
                List<Map<String, Object>> versions = instance.leads().existing().stream()
                        .filter(wanted)
                        .map(Lead::values)
                        .toList();
                yield new LeadExtract(request.fields(), new Joined<>(versions, copies(request.filter())));
            }
            case ACTIVITIES -> {
                Predicate<Activity> wanted = activities(request.filter());
                Stream<Activity> seen = instance.activities().seenAt(now);
                yield new ActivityExtract(request.fields(), seen.filter(wanted).toList());
            }
            case MEMBERS -> members.rows(request);
        };
    }

    private Predicate<Lead> leads(JsonNode filter, boolean updatedAtAllowed) {
        List<String> given = new ArrayList<>();
        filter.fieldNames().forEachRemaining(given::add);
        if (given.size() != 1) {
            throw new MarketoException("1003", "Invalid data: exactly one filter type is required, not " + given);
        }
        String name = given.get(0);
        if (!LEAD_FILTERS.contains(name)) {
            throw new MarketoException("1003", "Invalid data: unknown filter " + name);
        }
        boolean optional = name.equals("updatedAt") || name.startsWith("smartList");
        if (optional && (!updatedAtAllowed || name.startsWith("smartList"))) {
            throw new MarketoException("1035", "Unsupported filter type for target subscription: " + name);
        }
        if (name.startsWith("staticList")) {
            Set<Long> members = instance.memberships().onList(list(name, filter.path(name)));
            return lead -> members.contains(lead.id());
        }
        Window window = Window.read(name, filter.path(name));
        return name.equals("createdAt")
                ? lead -> window.holds((Instant) lead.values().get("createdAt"))
                : lead -> window.holds(lead.changedAt());
    }

    private List<Map<String, Object>> copies(JsonNode filter) {
        String name = filter.fieldNames().next();
        if (!name.endsWith("At")) {
            return List.of();
        }
        Window window = Window.read(name, filter.path(name));
        return instance.leads().copies(window.start(), window.end());
    }

    private long list(String filter, JsonNode value) {
        if (filter.equals("staticListId")) {
            return instance.assets()
                    .find(AssetKind.STATIC_LIST, value.asLong())
                    .map(Asset::id)
                    .orElseThrow(() -> new MarketoException("1003", "Invalid data: no static list " + value));
        }
        return instance.assets()
                .named(AssetKind.STATIC_LIST, value.asText())
                .map(Asset::id)
                .orElseThrow(() -> new MarketoException("1003", "Invalid data: no static list " + value));
    }

    private Predicate<Activity> activities(JsonNode filter) {
        filter.fieldNames().forEachRemaining(name -> {
            if (!Set.of("createdAt", "activityTypeIds", "primaryAttributeValueIds", "primaryAttributeValues")
                    .contains(name)) {
                throw new MarketoException("1003", "Invalid data: unknown filter " + name);
            }
        });
        if (!filter.has("createdAt")) {
            throw MarketoException.missing("createdAt");
        }
        Window window = Window.read("createdAt", filter.path("createdAt"));
        Set<Integer> types = new HashSet<>();
        filter.path("activityTypeIds").forEach(type -> types.add(type(type)));
        Predicate<Activity> primary = primary(filter, types);
        return activity -> window.holds(activity.date())
                && activity.typeId() != ActivityTypes.DELETE_LEAD
                && (types.isEmpty() || types.contains(activity.typeId()))
                && primary.test(activity);
    }

    private int type(JsonNode type) {
        int id = type.asInt();
        if (instance.types().find(id).isEmpty() || id == ActivityTypes.DELETE_LEAD) {
            throw new MarketoException("1003", "Invalid data: activity type " + type + " can not be exported");
        }
        return id;
    }

    private static Predicate<Activity> primary(JsonNode filter, Set<Integer> types) {
        JsonNode ids = filter.path("primaryAttributeValueIds");
        JsonNode values = filter.path("primaryAttributeValues");
        if (ids.isMissingNode() && values.isMissingNode()) {
            return activity -> true;
        }
        if (ids.size() + values.size() > MOST_PRIMARY
                || !(ids.isMissingNode() || values.isMissingNode())
                || types.isEmpty()
                || !WITH_PRIMARY_FILTER.containsAll(types)) {
            throw new MarketoException("1003", "Invalid data: primary attribute filter");
        }
        Set<Object> wanted = new HashSet<>();
        ids.forEach(id -> wanted.add(id.asLong()));
        values.forEach(value -> wanted.add(value.asText()));
        return activity -> wanted.contains(activity.primaryId()) || wanted.contains(activity.primaryValue());
    }
}
