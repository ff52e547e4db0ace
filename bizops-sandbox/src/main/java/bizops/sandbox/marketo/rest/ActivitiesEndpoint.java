package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.data.Activity;
import bizops.sandbox.marketo.data.ActivityTypes;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.LeadField;
import bizops.sandbox.marketo.wire.MarketoException;
import bizops.sandbox.marketo.wire.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /rest/v1/activities…}: activities, changes of persons, deletions (sections 5 and 6 of the vendor notes). */
final class ActivitiesEndpoint {
    private static final int MOST_TYPES = 10;
    private static final int MOST_LEADS = 30;
    private static final long BEYOND_INTEGER = 1L << 33;

    private final Instance instance;
    private final Faults faults;
    private final ActivityPages pages;

    ActivitiesEndpoint(Instance instance, Faults faults) {
        this.instance = instance;
        this.faults = faults;
        this.pages = new ActivityPages(faults);
    }

    Reply pagingToken(Request request) {
        request.required("sinceDatetime");
        String token = ActivityPages.since(request.time("sinceDatetime").orElseThrow());
        return request.envelope().reply(null, Map.of("nextPageToken", token));
    }

    Reply activities(Request request) {
        request.required("activityTypeIds");
        Set<Long> types = Set.copyOf(request.numbers("activityTypeIds"));
        Set<Long> leads = Set.copyOf(request.numbers("leadIds"));
        Set<Long> assets = Set.copyOf(request.numbers("assetIds"));
        Set<Long> listed = request.parameter("listId")
                .map(Request::number)
                .map(instance.memberships()::onList)
                .orElse(Set.of());
        if (types.size() > MOST_TYPES || leads.size() > MOST_LEADS) {
            throw new MarketoException("1003", "Invalid data: at most 10 activityTypeIds and 30 leadIds");
        }
        Predicate<Activity> wanted = activity -> types.contains((long) activity.typeId())
                && activity.typeId() != ActivityTypes.DELETE_LEAD
                && (leads.isEmpty() || leads.contains(activity.leadId()))
                && (assets.isEmpty() || assets.contains(activity.primaryId()))
                && (request.parameter("listId").isEmpty() || listed.contains(activity.leadId()));
        return pages.of(request, instance.activities().seenAt(instance.now()), wanted, shown(request));
    }

    private ActivityPages.Shown shown(Request request) {
        boolean absent = faults.firing(
                        Set.of(MarketoFault.ID_ABSENT), request.call().path(), "activities")
                .isPresent();
        boolean large = faults.firing(
                        Set.of(MarketoFault.LARGE_ID), request.call().path(), "activities")
                .isPresent();
        return activity -> item(activity, absent, large);
    }

    private static Map<String, @Nullable Object> item(Activity activity, boolean absent, boolean large) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        if (!absent) {
            item.put("id", large ? activity.id() + BEYOND_INTEGER : activity.id());
        }
        item.put("marketoGUID", activity.guid());
        item.put("leadId", activity.leadId());
        item.put("activityDate", activity.date());
        item.put("activityTypeId", activity.typeId());
        if (activity.campaignId() != null) {
            item.put("campaignId", activity.campaignId());
        }
        if (activity.primaryId() != null) {
            item.put("primaryAttributeValueId", activity.primaryId());
            item.put("primaryAttributeValue", activity.primaryValue());
        }
        List<Map<String, Object>> attributes = new ArrayList<>();
        activity.attributes().forEach((name, value) -> attributes.add(pair(name, value)));
        item.put("attributes", attributes);
        return item;
    }

    private static Map<String, Object> pair(String name, Object value) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put("name", name);
        pair.put("value", value);
        return pair;
    }

    Reply deletedLeads(Request request) {
        Set<FaultName> twice = Set.of(MarketoFault.DELETION_TWICE);
        int times = faults.firing(twice, request.call().path(), "deletedleads").isPresent() ? 2 : 1;
        ActivityPages.Shown shown = shown(request);
        return pages.of(request, instance.deletions(), activity -> true, shown, times);
    }

    /** New persons, and the changes of the fields that are asked for. */
    Reply leadChanges(Request request) {
        request.required("fields");
        Set<String> names = Set.copyOf(request.list("fields"));
        for (String unknown : instance.fields().unknown(names)) {
            throw new MarketoException("1006", "Field '" + unknown + "' not found");
        }
        Predicate<Activity> wanted = activity -> activity.typeId() == ActivityTypes.NEW_LEAD
                || (activity.typeId() == ActivityTypes.CHANGE_DATA_VALUE && names.contains(changed(activity)));
        return pages.of(request, instance.activities().seenAt(instance.now()), wanted, this::change);
    }

    private String changed(Activity activity) {
        LeadField field = LeadFilter.byId(instance, activity.primaryId());
        return field == null ? "" : field.name();
    }

    private Map<String, @Nullable Object> change(Activity activity) {
        Map<String, @Nullable Object> item = item(activity, false, false);
        List<Map<String, @Nullable Object>> fields = new ArrayList<>();
        if (activity.typeId() == ActivityTypes.CHANGE_DATA_VALUE) {
            Map<String, Object> attributes = activity.attributes().asMap();
            Map<String, @Nullable Object> field = new LinkedHashMap<>();
            field.put("id", activity.primaryId());
            field.put("name", changed(activity));
            field.put("newValue", attributes.get("New Value"));
            field.put("oldValue", attributes.get("Old Value"));
            fields.add(field);
        }
        item.put("fields", fields);
        return item;
    }
}
