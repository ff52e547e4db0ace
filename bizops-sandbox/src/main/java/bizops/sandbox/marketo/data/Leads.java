package bizops.sandbox.marketo.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The persons by number, gone ones too, and the merges. Owned by the org's lock. */
public final class Leads {
    private static final long FIRST_ID = 1001;

    private final Map<Long, Lead> leads = new TreeMap<>();
    private final List<LeadMerge> merges = new ArrayList<>();

    Lead add(Map<String, ?> given, Instant now) {
        long id = FIRST_ID + leads.size();
        Map<String, Object> values = new HashMap<>(given);
        values.put("id", id);
        values.putIfAbsent("createdAt", now);
        values.put("updatedAt", now);
        Lead lead = new Lead(id, values, now);
        leads.put(id, lead);
        return lead;
    }

    void log(LeadMerge merge) {
        merges.add(merge);
    }

    /** All persons in order of number, gone ones too. */
    public Collection<Lead> all() {
        return Collections.unmodifiableCollection(leads.values());
    }

    /** Those that exist. */
    public List<Lead> existing() {
        return leads.values().stream().filter(Lead::exists).toList();
    }

    public @Nullable Lead find(long id) {
        return leads.get(id);
    }

    public List<LeadMerge> merges() {
        return Collections.unmodifiableList(merges);
    }
}
