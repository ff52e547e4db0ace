package bizops.sandbox.control;

import bizops.sandbox.marketo.data.Activity;
import bizops.sandbox.marketo.data.ActivityType;
import bizops.sandbox.marketo.data.AssetKind;
import bizops.sandbox.marketo.data.Attributes;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import bizops.sandbox.marketo.data.LeadField;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Persons and activities changed by a test. Types are checked, rules are not. */
public final class MarketoPlanting {
    private final Instance instance;

    public MarketoPlanting(Instance instance) {
        this.instance = instance;
    }

    /** Adds a person; values as text, Boolean, number or the instance's own types. Gives its number. */
    public long insert(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> given = new HashMap<>();
        typed(values).forEach((name, value) -> {
            if (value != null) {
                given.put(name, value);
            }
        });
        return instance.create(given, Attributes.of("Source Type", "Web service API"))
                .id();
    }

    /** Changes fields of a person with the activities that it leaves; null clears a field. */
    public void update(long id, Map<String, ? extends @Nullable Object> values) {
        instance.change(lead(id), typed(values), "Web service API", "Changed by the sandbox's control");
    }

    /** Changes fields of a person as an import does, without any activity. */
    public void updateQuietly(long id, Map<String, ? extends @Nullable Object> values) {
        instance.quietly(lead(id), typed(values));
    }

    public void delete(long id) {
        instance.delete(lead(id), "Sandbox control");
    }

    public void merge(long winner, long loser) {
        instance.merge(lead(winner), lead(loser), false);
    }

    /**
     * Adds an activity and gives its marketoGUID.
     *
     * @param committedAt from when on it can be seen; before the date means from the date on
     */
    public String activity(long leadId, int typeId, Instant date, Instant committedAt, Map<String, ?> attributes) {
        lead(leadId);
        Activity activity = Activity.of(typeId, leadId, date)
                .committed(committedAt.isBefore(date) ? date : committedAt)
                .primary(leadId, "planted")
                .with(Attributes.of(attributes));
        return instance.activities().add(activity).guid();
    }

    /** Adds a type of activities without attributes; its name may be that of another, differently spelled. */
    public void type(int id, String name) {
        instance.types().add(new ActivityType(id, name, "", null, List.of()));
    }

    /** Adds a static list without members and gives its number. */
    public long list(String name) {
        return instance.assets()
                .add(AssetKind.STATIC_LIST, name, instance.now())
                .set("description", "")
                .set("workspace", "Default")
                .id();
    }

    private Lead lead(long id) {
        Lead lead = instance.leads().find(id);
        if (lead == null || !lead.exists()) {
            throw new IllegalArgumentException("no lead with id " + id);
        }
        return lead;
    }

    private Map<String, @Nullable Object> typed(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> typed = new HashMap<>();
        values.forEach((name, value) -> {
            LeadField field = instance.fields().get(name);
            typed.put(name, value == null ? null : field.type().read(value));
        });
        return typed;
    }
}
