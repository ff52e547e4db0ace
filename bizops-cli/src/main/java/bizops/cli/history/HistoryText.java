package bizops.cli.history;

import bizops.cli.store.RunHistory;
import bizops.singer.report.OneLine;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Runs as lines, for people and for programs. Stateless. */
public final class HistoryText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String RUN = "%-36s  %-12s  %-8s  %-19s  %9s  %4s  %10s  %s";

    private HistoryText() {}

    /** The heading over {@link #line}. */
    public static String heading() {
        return String.format(
                Locale.ROOT, RUN, "run", "pipeline", "env", "started (UTC)", "seconds", "exit", "rows", "error");
    }

    /** A run as a line of a table; what runs has no exit code yet. */
    public static String line(RunHistory.Run run) {
        return String.format(
                        Locale.ROOT,
                        RUN,
                        run.id(),
                        run.name(),
                        run.environment(),
                        TIME.format(run.startedAt()),
                        run.seconds()
                                .map(one -> one.setScale(1, java.math.RoundingMode.HALF_UP)
                                        .toPlainString())
                                .orElse(""),
                        run.exit().map(String::valueOf).orElse("-"),
                        run.rows()
                                .map(rows -> String.format(Locale.ROOT, "%,d", rows))
                                .orElse(""),
                        OneLine.of(run.error().orElse("")))
                .stripTrailing();
    }

    /** A run as a JSON object on one line; what is not known is null. */
    public static String json(RunHistory.Run run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", run.id()).put("pipeline", run.name()).put("environment", run.environment());
        json.put("started_at", run.startedAt().toString());
        json.put("seconds", run.seconds().orElse(null));
        json.put("exit_code", run.exit().orElse(null));
        json.put("rows", run.rows().orElse(null));
        json.put("error", run.error().orElse(null));
        return json.toString();
    }

    /** The steps of a run and their streams, a line each. */
    public static List<String> steps(List<RunHistory.Line> lines) {
        return lines.stream()
                .map(line -> String.format(
                                Locale.ROOT,
                                "%-16s  attempt %d  %9s s  exit %d  %-24s %s%s",
                                line.step(),
                                line.attempt(),
                                line.seconds().toPlainString(),
                                line.exit(),
                                line.stream().orElse(""),
                                line.rowsSent()
                                                .map(rows -> String.format(Locale.ROOT, "%,d sent", rows))
                                                .orElse("")
                                        + line.rowsRead()
                                                .map(rows -> String.format(Locale.ROOT, ", %,d loaded", rows))
                                                .orElse(""),
                                line.error()
                                        .map(error -> "  " + OneLine.of(error))
                                        .orElse(""))
                        .stripTrailing())
                .toList();
    }
}
