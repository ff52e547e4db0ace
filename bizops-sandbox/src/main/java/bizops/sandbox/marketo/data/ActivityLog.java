package bizops.sandbox.marketo.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All activities in the order in which they were logged. Owned by the org's lock. */
public final class ActivityLog {
    private static final Comparator<Activity> BY_DATE =
            Comparator.comparing(Activity::date).thenComparing(Activity::id);
    private static final long FIRST_ID = 100_001;

    private final List<Activity> activities = new ArrayList<>();
    private final Map<Long, List<Integer>> placesByLead = new HashMap<>();
    private List<Activity> sorted = List.of();
    private boolean stale;

    /** Logs an activity under a new number. */
    public Activity add(Activity activity) {
        Activity numbered = activity.numbered(FIRST_ID + activities.size());
        placesByLead
                .computeIfAbsent(activity.leadId(), lead -> new ArrayList<>(4))
                .add(activities.size());
        activities.add(numbered);
        stale = true;
        return numbered;
    }

    /** The activities that a reader sees at this instant, in order of date and number. */
    public Stream<Activity> seenAt(Instant now) {
        if (stale) {
            sorted = new ArrayList<>(activities);
            sorted.sort(BY_DATE);
            stale = false;
        }
        return sorted.stream().filter(activity -> !activity.committedAt().isAfter(now));
    }

    /** After a merge the loser's activities are the winner's, with their old dates. */
    void reassign(long loser, long winner) {
        List<Integer> places = placesByLead.remove(loser);
        if (places != null) {
            places.forEach(place -> activities.set(place, activities.get(place).ofLead(winner)));
            placesByLead.computeIfAbsent(winner, lead -> new ArrayList<>()).addAll(places);
            stale = true;
        }
    }
}
