package bizops.sandbox.control;

import bizops.sandbox.copies.Joined;
import bizops.sandbox.copies.Seen;
import bizops.sandbox.marketo.data.Activity;
import bizops.sandbox.marketo.data.ActivityTypes;
import bizops.sandbox.marketo.data.Asset;
import bizops.sandbox.marketo.data.AssetKind;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import bizops.sandbox.marketo.data.LeadField;
import bizops.sandbox.marketo.data.MemberFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every row of the Marketo instance as it really is, by the names that a tap's streams have. Whole numbers are Long,
 * others BigDecimal; times are Instant, dates LocalDate; keys with {@code _} in front are what no API shows.
 */
public final class MarketoTruth {
    private final Instance instance;
    private final Map<String, Supplier<List<Map<String, @Nullable Object>>>> tables = new LinkedHashMap<>();

    public MarketoTruth(Instance instance) {
        this.instance = instance;
        tables.put("leads", this::leads);
        tables.put("activities", this::activities);
        tables.put("deleted_leads", () -> rows(instance.deletions()));
        tables.put("lead_merges", this::merges);
        tables.put("activity_types", this::types);
        tables.put("programs", () -> assets(AssetKind.PROGRAM));
        tables.put("program_costs", () -> details("costs", "programId"));
        tables.put("program_tags", () -> details("tags", "programId"));
        tables.put("program_members", this::members);
        tables.put("program_departures", this::departures);
        tables.put("smart_campaigns", () -> assets(AssetKind.SMART_CAMPAIGN));
        tables.put("campaigns", () -> assets(AssetKind.SMART_CAMPAIGN));
        tables.put("static_lists", () -> assets(AssetKind.STATIC_LIST));
        tables.put("lists", () -> assets(AssetKind.STATIC_LIST));
        tables.put("emails", () -> assets(AssetKind.EMAIL));
        tables.put("landing_pages", () -> assets(AssetKind.LANDING_PAGE));
        tables.put("forms", () -> assets(AssetKind.FORM));
        tables.put("channels", () -> assets(AssetKind.CHANNEL));
        tables.put("tag_types", () -> assets(AssetKind.TAG_TYPE));
        tables.put("lead_partitions", this::partitions);
    }

    /** The rows of a table; says which there are if there is none of that name. */
    public List<Map<String, @Nullable Object>> rows(String name) {
        Supplier<List<Map<String, @Nullable Object>>> table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException(
                    "no table " + name + "; there are: " + String.join(", ", tables.keySet()));
        }
        return table.get();
    }

    private List<Map<String, @Nullable Object>> leads() {
        List<Map<String, @Nullable Object>> stored =
                instance.leads().all().stream().map(this::lead).toList();
        List<Map<String, Object>> copies = instance.leads().copies();
        return copies.isEmpty()
                ? stored
                : new Joined<>(
                        stored,
                        new Seen<>(copies, values -> lead(values, (Instant) values.get("updatedAt"), null, null)));
    }

    private Map<String, @Nullable Object> lead(Lead lead) {
        return lead(lead.values(), lead.changedAt(), lead.goneAt(), lead.mergedInto());
    }

    private Map<String, @Nullable Object> lead(
            Map<String, Object> values,
            @Nullable Instant changedAt,
            @Nullable Instant goneAt,
            @Nullable Long mergedInto) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (LeadField field : instance.fields().all()) {
            row.put(field.name(), values.get(field.name()));
        }
        row.put("_changed_at", changedAt);
        row.put("_gone_at", goneAt);
        row.put("_merged_into", mergedInto);
        return row;
    }

    /** Those that can be seen now, deletions apart. */
    private List<Map<String, @Nullable Object>> activities() {
        return rows(instance.activities()
                .seenAt(instance.now())
                .filter(activity -> activity.typeId() != ActivityTypes.DELETE_LEAD));
    }

    private static List<Map<String, @Nullable Object>> rows(Stream<Activity> activities) {
        return activities.map(MarketoTruth::activity).toList();
    }

    private static Map<String, @Nullable Object> activity(Activity activity) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", activity.id());
        row.put("marketoGUID", activity.guid());
        row.put("leadId", activity.leadId());
        row.put("activityDate", activity.date());
        row.put("activityTypeId", (long) activity.typeId());
        row.put("campaignId", activity.campaignId());
        row.put("primaryAttributeValueId", activity.primaryId());
        row.put("primaryAttributeValue", activity.primaryValue());
        row.put("attributes", activity.attributes().asMap());
        row.put("_committed_at", activity.committedAt());
        return row;
    }

    private List<Map<String, @Nullable Object>> merges() {
        return instance.leads().merges().stream()
                .map(merge -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("winnerId", merge.winnerId());
                    row.put("loserId", merge.loserId());
                    row.put("mergedAt", merge.at());
                    return row;
                })
                .toList();
    }

    private List<Map<String, @Nullable Object>> types() {
        return instance.types().all().stream()
                .map(type -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("id", (long) type.id());
                    row.put("name", type.name());
                    row.put("description", type.description());
                    return row;
                })
                .toList();
    }

    private List<Map<String, @Nullable Object>> assets(AssetKind kind) {
        return instance.assets().all(kind).stream()
                .map(asset -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("id", asset.id());
                    row.put("name", asset.name());
                    row.put("createdAt", asset.createdAt());
                    row.put("updatedAt", asset.updatedAt());
                    row.putAll(asset.values());
                    return row;
                })
                .toList();
    }

    private List<Map<String, @Nullable Object>> details(String detail, String key) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Asset program : instance.assets().all(AssetKind.PROGRAM)) {
            if (program.details().get(detail) instanceof List<?> parts) {
                for (Object part : parts) {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put(key, program.id());
                    ((Map<?, ?>) part).forEach((name, value) -> row.put(String.valueOf(name), value));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private List<Map<String, @Nullable Object>> members() {
        return instance.memberships().all().stream()
                .map(member -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    MemberFields.names()
                            .forEach(name -> row.put(name, member.values().get(name)));
                    return row;
                })
                .toList();
    }

    private List<Map<String, @Nullable Object>> departures() {
        return instance.memberships().departures().stream()
                .map(departure -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("programId", departure.programId());
                    row.put("leadId", departure.leadId());
                    row.put("_left_at", departure.at());
                    return row;
                })
                .toList();
    }

    private List<Map<String, @Nullable Object>> partitions() {
        return instance.partitions().stream()
                .map(partition -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("id", partition.id());
                    row.put("name", partition.name());
                    row.put("description", partition.description());
                    return row;
                })
                .toList();
    }
}
