package bizops.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs two sides in turn, after a round that does not count, and prints the medians. */
final class Contest {
    private final Ground ground;
    private final PrintStream out;

    Contest(Ground ground, PrintStream out) {
        this.ground = ground;
        this.out = out;
    }

    void run(String name, long rows, int pairs, Side floor, Side ours)
            throws SQLException, IOException, InterruptedException {
        List<Measured> floors = new ArrayList<>();
        List<Measured> all = new ArrayList<>();
        floor.run(ground);
        ours.run(ground);
        for (int i = 0; i < pairs; i++) {
            Measured one = floor.run(ground);
            Measured other = ours.run(ground);
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
