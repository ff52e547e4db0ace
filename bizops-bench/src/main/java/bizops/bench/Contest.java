package bizops.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs two sides in turn, after a round that does not count, and prints the medians. */
final class Contest {
    private final PrintStream out;

    Contest(PrintStream out) {
        this.out = out;
    }

    /** One run of one of the two that are compared. */
    interface Turn {
        Measured run() throws SQLException, IOException, InterruptedException;
    }

    void run(String name, long rows, int pairs, Turn floor, Turn ours)
            throws SQLException, IOException, InterruptedException {
        List<Measured> floors = new ArrayList<>();
        List<Measured> all = new ArrayList<>();
        floor.run();
        ours.run();
        for (int i = 0; i < pairs; i++) {
            Measured one = floor.run();
            Measured other = ours.run();
            floors.add(one);
            all.add(other);
            out.printf("  %s pair %d: floor %.2f s, ours %.2f s%n", name, i + 1, one.seconds(), other.seconds());
        }
        double floorSeconds = median(floors, Measured::seconds);
        double seconds = median(all, Measured::seconds);
        out.printf(
                "%s, %d rows, %d pairs: floor %.2f s, ours %.2f s, floor/ours %.2f;"
                        + " client CPU per row: floor %.2f us, ours %.2f us; peak memory: ours %.0f MiB%n",
                name,
                rows,
                pairs,
                floorSeconds,
                seconds,
                floorSeconds / seconds,
                median(floors, Measured::cpuSeconds) * 1e6 / rows,
                median(all, Measured::cpuSeconds) * 1e6 / rows,
                median(all, Measured::peakBytes) / (1 << 20));
    }

    static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
