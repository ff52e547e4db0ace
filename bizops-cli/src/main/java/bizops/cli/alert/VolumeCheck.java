package bizops.cli.alert;

import bizops.cli.alert.Finding.Kind;
import bizops.cli.project.AlertSpec;
import bizops.cli.project.TapSpec;
import bizops.cli.store.Store;
import bizops.cli.store.StreamRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Streams of which far fewer rows came than usual: than the median of the newest runs that went well. */
record VolumeCheck(Store store, TapSpec tap, String runId, AlertSpec spec) implements Check {
    private static final int MOST_RUNS = 10;
    /** Fewer say nothing of what is usual; the first run reads everything. */
    private static final int FEWEST_RUNS = 5;

    private static final int WHOLE = 100;

    @Override
    public Findings look() {
        List<Map<String, Long>> earlier = StreamRows.earlier(store, tap.stateId(), runId, MOST_RUNS);
        if (earlier.size() < FEWEST_RUNS) {
            return Findings.none();
        }
        Map<String, Long> now = StreamRows.ofRun(store, runId, tap.name());
        Set<String> streams = new TreeSet<>();
        earlier.forEach(run -> streams.addAll(run.keySet()));
        List<Finding> found = new ArrayList<>();
        for (String stream : streams) {
            long usual = median(earlier, stream);
            long rows = now.getOrDefault(stream, 0L);
            if (usual >= spec.dropRows() && isDrop(rows, usual)) {
                found.add(Finding.warning(
                        Kind.VOLUME,
                        tap.name(),
                        stream,
                        "VOLUME of " + stream + " of tap " + tap.name() + ": " + rows + " rows, usually " + usual
                                + "; look in the source, at what its user may see, and at filters of the tap"));
            }
        }
        return Findings.at(Kind.VOLUME, tap.name(), found);
    }

    private boolean isDrop(long rows, long usual) {
        BigDecimal least = BigDecimal.valueOf(usual).multiply(BigDecimal.valueOf(WHOLE - (long) spec.dropPercent()));
        BigDecimal came = BigDecimal.valueOf(rows).multiply(BigDecimal.valueOf(WHOLE));
        return came.compareTo(least) < 0 || rows == 0;
    }

    /** The lower one of the two in the middle: rather silent than wrong. */
    private static long median(List<Map<String, Long>> runs, String stream) {
        List<Long> sorted =
                runs.stream().map(run -> run.getOrDefault(stream, 0L)).sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
