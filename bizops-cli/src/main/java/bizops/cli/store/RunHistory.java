package bizops.cli.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the history of runs. Stateless. */
public final class RunHistory {
    private static final String RUNS = """
            SELECT run, name, environment, started_at, seconds, exit_code, error,
                CASE WHEN is_pipeline
                    THEN (SELECT sum(s.rows_sent) FROM bizops.pipeline_step AS t JOIN bizops.run_stream AS s
                        USING (run_id) WHERE t.pipeline_run_id = run)
                    ELSE (SELECT sum(s.rows_sent) FROM bizops.run_stream AS s WHERE s.run_id = run) END AS rows
            FROM (SELECT * FROM (
                SELECT p.pipeline_run_id AS run, p.pipeline AS name, p.environment, p.started_at, p.seconds, p.exit_code,
                    p.error, true AS is_pipeline
                FROM bizops.pipeline_run AS p
                UNION ALL
                SELECT r.run_id, r.state_id, '', r.started_at, r.seconds, r.exit_code, r.error, false
                FROM bizops.run AS r
                WHERE NOT EXISTS (SELECT FROM bizops.pipeline_step AS t WHERE t.run_id = r.run_id)
            ) AS all_runs
            WHERE NOT ? OR exit_code <> 0
            ORDER BY started_at DESC, run LIMIT ?) AS runs
            ORDER BY started_at DESC, run""";
    private static final String STEPS = """
            SELECT t.step, t.attempt, t.seconds, t.exit_code, t.error, s.stream, s.rows_sent, s.rows_read
            FROM bizops.pipeline_step AS t LEFT JOIN bizops.run_stream AS s USING (run_id)
            WHERE t.pipeline_run_id = ? ORDER BY t.ended_at, s.stream""";

    private RunHistory() {}

    /**
     * One run, of a pipeline or of one tap. Immutable.
     *
     * @param environment empty for a tap alone
     * @param seconds empty while it runs, as {@code exit}
     * @param rows that its taps counted; empty where none counts
     */
    public record Run(
            String id,
            String name,
            String environment,
            Instant startedAt,
            Optional<BigDecimal> seconds,
            Optional<Integer> exit,
            Optional<String> error,
            Optional<Long> rows) {}

    /**
     * A stream of a step, or a step that moves none. Immutable.
     *
     * @param rowsRead by the target, as {@code rowsSent} by the tap
     */
    public record Line(
            String step,
            int attempt,
            BigDecimal seconds,
            int exit,
            Optional<String> error,
            Optional<String> stream,
            Optional<Long> rowsSent,
            Optional<Long> rowsRead) {}

    /** The newest runs, the newest first. */
    public static List<Run> runs(Store store, boolean failedOnly, int limit) {
        return store.ask(open -> {
            List<Run> runs = new ArrayList<>();
            if (!Store.hasPipelines(open)) {
                return runs;
            }
            try (PreparedStatement query = open.prepareStatement(RUNS)) {
                query.setBoolean(1, failedOnly);
                query.setInt(2, limit);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        runs.add(new Run(
                                row.getString("run"),
                                row.getString("name"),
                                row.getString("environment"),
                                row.getObject("started_at", OffsetDateTime.class)
                                        .toInstant(),
                                Optional.ofNullable(row.getBigDecimal("seconds")),
                                number(row, "exit_code").map(Long::intValue),
                                Optional.ofNullable(row.getString("error")),
                                number(row, "rows")));
                    }
                }
            }
            return runs;
        });
    }

    /** The steps of a pipeline's run with their streams, in the order of their ends. */
    public static List<Line> steps(Store store, String run) {
        return store.ask(open -> {
            List<Line> lines = new ArrayList<>();
            if (!Store.hasPipelines(open)) {
                return lines;
            }
            try (PreparedStatement query = open.prepareStatement(STEPS)) {
                query.setString(1, run);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        lines.add(new Line(
                                row.getString("step"),
                                row.getInt("attempt"),
                                row.getBigDecimal("seconds"),
                                row.getInt("exit_code"),
                                Optional.ofNullable(row.getString("error")),
                                Optional.ofNullable(row.getString("stream")),
                                number(row, "rows_sent"),
                                number(row, "rows_read")));
                    }
                }
            }
            return lines;
        });
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        @Nullable BigDecimal value = row.getBigDecimal(column);
        return Optional.ofNullable(value).map(BigDecimal::longValue);
    }
}
