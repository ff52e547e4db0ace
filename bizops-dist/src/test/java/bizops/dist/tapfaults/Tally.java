package bizops.dist.tapfaults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came of all runs of a tap. */
final class Tally {
    private final String tap;
    private final Map<String, int[]> faults = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int runs;
    private int between;
    private int rows;

    Tally(String tap) {
        this.tap = tap;
    }

    void add(Scenario scenario, Outcome outcome) {
        runs++;
        rows += outcome.rows();
        between += outcome.between() ? 1 : 0;
        int[] counts = faults.computeIfAbsent(scenario.faultText(), fault -> new int[2]);
        counts[0] += outcome.struck() ? 1 : 0;
        counts[1]++;
    }

    void fail(String what) {
        runs++;
        failures.add(what);
    }

    List<String> failures() {
        return failures;
    }

    /** Of all runs, those that were killed between their first and their last commit. */
    double share() {
        return runs == 0 ? 0 : (double) between / runs;
    }

    @Override
    public String toString() {
        List<String> each = new ArrayList<>();
        faults.forEach((fault, counts) -> each.add(fault + " " + counts[0] + "/" + counts[1]));
        return tap + ": " + runs + " runs; killed between first and last commit: " + between
                + "; runs that their fault struck: " + String.join(", ", each) + "; rows compared: " + rows
                + "; differences or wrong ends: " + failures.size();
    }
}
