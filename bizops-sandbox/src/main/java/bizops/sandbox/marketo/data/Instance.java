package bizops.sandbox.marketo.data;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data of one Marketo subscription and what happens when persons change: every change leaves the activities that
 * Marketo logs for it. Not thread-safe: callers hold the org's monitor.
 */
public final class Instance {
    private static final Duration DELETIONS_KEPT = Duration.ofDays(14);

    private final Supplier<Instant> clock;
    private final Instant opening;
    private final LeadFields fields = new LeadFields();
    private final ActivityTypes types = new ActivityTypes();
    private final Leads leads = new Leads();
    private final ActivityLog activities = new ActivityLog();
    private final Assets assets = new Assets();
    private final Memberships memberships = new Memberships();

    /**
     * An instance without data.
     *
     * @param opening deletions before this instant are kept as if they happened then
     */
    public Instance(Supplier<Instant> clock, Instant opening) {
        this.clock = clock;
        this.opening = opening;
    }

    public Instant now() {
        return clock.get();
    }

    public LeadFields fields() {
        return fields;
    }

    public ActivityTypes types() {
        return types;
    }

    public Leads leads() {
        return leads;
    }

    public ActivityLog activities() {
        return activities;
    }

    public Assets assets() {
        return assets;
    }

    public Memberships memberships() {
        return memberships;
    }

    public List<Partition> partitions() {
        return List.of(
                new Partition(1, "Default", "Initial system lead partition"),
                new Partition(2, "EMEA", "People of Europe, the Middle East and Africa"));
    }

    /** The deletions that are still known: those of the last 14 days, and older ones for 14 days after the opening. */
    public Stream<Activity> deletions() {
        Instant limit = now().minus(DELETIONS_KEPT);
        return activities
                .seenAt(now())
                .filter(activity -> activity.typeId() == ActivityTypes.DELETE_LEAD)
                .filter(activity -> !activity.date().isBefore(limit)
                        || (activity.date().isBefore(opening) && !opening.isBefore(limit)));
    }

    /** Adds a person and logs New Lead with these attributes. */
    public Lead create(Map<String, ?> values, Attributes how) {
        Lead lead = leads.add(values, now());
        activities.add(Activity.of(ActivityTypes.NEW_LEAD, lead.id(), now())
                .primary(lead.id(), name(lead))
                .with(how));
        return lead;
    }

    /** Changes fields of a person (null clears one) and logs a Change Data Value for each that differs. */
    public void change(Lead lead, Map<String, ? extends @Nullable Object> changes, String source, String reason) {
        Map<String, @Nullable Object> differing = new HashMap<>(changes);
        differing
                .entrySet()
                .removeIf(
                        entry -> Objects.equals(entry.getValue(), lead.values().get(entry.getKey())));
        if (differing.isEmpty()) {
            return;
        }
        for (LeadField field : fields.all()) {
            if (differing.containsKey(field.name())) {
                log(lead, field, differing.get(field.name()), source, reason);
            }
        }
        quietly(lead, differing);
    }

    /** Changes fields without any activity, as imports, the Salesforce sync and company fields do. */
    public void quietly(Lead lead, Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> all = new HashMap<>(changes);
        boolean visible = changes.keySet().stream()
                .anyMatch(
                        name -> fields.find(name).map(field -> !field.custom()).orElse(false));
        if (visible) {
            all.putIfAbsent("updatedAt", now());
        }
        lead.change(all, now());
    }

    private void log(Lead lead, LeadField field, @Nullable Object value, String source, String reason) {
        Object old = lead.values().get(field.name());
        activities.add(Activity.of(ActivityTypes.CHANGE_DATA_VALUE, lead.id(), now())
                .primary(field.id(), field.displayName())
                .with(
                        "New Value",
                        value == null ? null : Wire.text(value),
                        "Old Value",
                        old == null ? null : Wire.text(old),
                        "Reason",
                        reason,
                        "Source",
                        source));
    }

    /** Moves a person into another partition. */
    public void move(Lead lead, Partition to, String reason) {
        long from = Long.parseLong(Objects.requireNonNullElse(lead.text("leadPartitionId"), "1"));
        activities.add(Activity.of(ActivityTypes.CHANGE_PARTITION, lead.id(), now())
                .primary(to.id(), to.name())
                .with("Old Partition ID", from, "Reason", reason));
        quietly(lead, Map.of("leadPartitionId", Long.toString(to.id())));
    }

    /** Deletes a person for good; what remains is a Delete Lead activity. */
    public void delete(Lead lead, String campaign) {
        activities.add(Activity.of(ActivityTypes.DELETE_LEAD, lead.id(), now())
                .primary(lead.id(), name(lead))
                .with("Campaign", campaign));
        memberships.remove(lead.id());
        lead.remove(now(), null);
    }

    /** Merges a person into another, which keeps its own values and takes over the loser's others. */
    public void merge(Lead winner, Lead loser, boolean inSales) {
        Map<String, Object> taken = new HashMap<>(loser.values());
        taken.keySet().removeAll(winner.values().keySet());
        loser.remove(now(), winner.id());
        activities.reassign(loser.id(), winner.id());
        memberships.reassign(loser.id(), winner.id());
        leads.log(new LeadMerge(winner.id(), loser.id(), now()));
        activities.add(Activity.of(ActivityTypes.MERGE_LEADS, winner.id(), now())
                .primary(winner.id(), name(winner))
                .with(
                        "Merge IDs",
                        List.of(loser.id()),
                        "Master Updated",
                        !taken.isEmpty(),
                        "Merged in Sales",
                        inSales,
                        "Merge Source",
                        inSales ? "salesforce.com" : "leaddb"));
        taken.put("updatedAt", now());
        winner.change(taken, now());
    }

    /** First and last name, or the address, or the number. */
    public static String name(Lead lead) {
        String first = Objects.requireNonNullElse(lead.text("firstName"), "");
        String name = (first + " " + Objects.requireNonNullElse(lead.text("lastName"), "")).strip();
        return name.isEmpty() ? Objects.requireNonNullElse(lead.text("email"), Long.toString(lead.id())) : name;
    }
}
