package bizops.sandbox.salesforce.soql;

import java.util.Arrays;

/** Rising indexes, kept as runs without gaps: a window of a million rows is one run. Owned by one thread while it grows. */
final class Runs {
    private int[] starts = new int[8];
    /** How many indexes stand before each run. */
    private int[] before = new int[8];

    private int runs;
    private int count;
    private int last = -2;

    /** Adds an index above all others. */
    void add(int index) {
        if (index != last + 1) {
            if (runs == starts.length) {
                starts = Arrays.copyOf(starts, runs * 2);
                before = Arrays.copyOf(before, runs * 2);
            }
            starts[runs] = index;
            before[runs] = count;
            runs++;
        }
        last = index;
        count++;
    }

    int count() {
        return count;
    }

    /** The index at a place, from 0. */
    int at(int place) {
        int found = Arrays.binarySearch(before, 0, runs, place);
        int run = found >= 0 ? found : -found - 2;
        return starts[run] + place - before[run];
    }
}
