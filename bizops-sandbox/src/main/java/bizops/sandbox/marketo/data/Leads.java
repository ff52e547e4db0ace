package bizops.sandbox.marketo.data;

import bizops.sandbox.copies.Copies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The persons by number, gone ones too, and the merges. Owned by the org's lock. */
public final class Leads {
    private static final String CREATED = "createdAt";
    private static final String UPDATED = "updatedAt";
    private static final long FIRST_ID = 1001;
    private static final long FIRST_COMPUTED = 1_000_000_000;

    private final Map<Long, Lead> leads = new TreeMap<>();
    private final List<LeadMerge> merges = new ArrayList<>();
    private @Nullable Copies copies;

    Lead add(Map<String, ?> given, Instant now) {
        long id = FIRST_ID + leads.size();
        Map<String, Object> values = new HashMap<>(given);
        values.put("id", id);
        values.putIfAbsent(CREATED, now);
        values.put(UPDATED, now);
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

    /**
     * From now on bulk extracts hold so many persons more, each like one of those that there are, spread over the time
     * from the first of these to {@code now}.
     */
    public void addCopies(int count, Instant now) {
        List<Map<String, Object>> patterns =
                existing().stream().map(Lead::values).toList();
        Instant first = patterns.stream()
                .map(values -> (Instant) values.getOrDefault(CREATED, now))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("there is no lead to make copies of"));
        copies = new Copies(
                patterns,
                count,
                first,
                Duration.between(first, now),
                "id",
                index -> FIRST_COMPUTED + index,
                Set.of(CREATED, UPDATED));
    }

    /** The computed persons, most often none. */
    public List<Map<String, Object>> copies() {
        return copies == null ? List.of() : copies;
    }

    /** Those of them that were made, and last changed, between two instants, both included. */
    public List<Map<String, Object>> copies(Instant from, Instant to) {
        return copies == null ? List.of() : copies.stamped(from, to);
    }

    public @Nullable Lead find(long id) {
        return leads.get(id);
    }

    public List<LeadMerge> merges() {
        return Collections.unmodifiableList(merges);
    }
}
