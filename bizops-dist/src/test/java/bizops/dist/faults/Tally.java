package bizops.dist.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what came of all runs. */
final class Tally {
    private final Map<Kind, int[]> kinds = new EnumMap<>(Kind.class);
    private final List<String> failures = new ArrayList<>();
    private int runs;
    private int between;
    private int struck;
    private int repeated;

    void add(Scenario scenario, Setting.Result result) {
        runs++;
        struck += result.strikes();
        repeated += result.repeated();
        int[] counts = kinds.computeIfAbsent(scenario.kind(), kind -> new int[2]);
        counts[1]++;
        if (result.between()) {
            between++;
            counts[0]++;
        }
    }

    void fail(String what) {
        runs++;
        failures.add(what);
    }

    List<String> failures() {
        return failures;
    }

    /** Of all runs, those that were interrupted between their first and their last commit. */
    double share() {
        return runs == 0 ? 0 : (double) between / runs;
    }

    @Override
    public String toString() {
        List<String> each = new ArrayList<>();
        kinds.forEach((kind, counts) -> each.add(kind + " " + counts[0] + "/" + counts[1]));
        return runs + " runs, " + struck + " faults; interrupted between first and last commit: " + between + " ("
                + String.join(", ", each) + "); differences or wrong ends: " + failures.size()
                + "; rows repeated at inclusive bookmarks: " + repeated;
    }
}
