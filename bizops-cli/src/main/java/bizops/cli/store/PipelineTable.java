package bizops.cli.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The history of pipelines. Stateless. */
public final class PipelineTable {
    private static final String BEGIN = "INSERT INTO bizops.pipeline_run (pipeline_run_id, pipeline, environment, host,"
            + " ci_job_url, git_sha, program_version) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String STEP = "INSERT INTO bizops.pipeline_step (pipeline_run_id, step, attempt, run_id,"
            + " seconds, exit_code, error) VALUES (?, ?, ?, ?, ?, ?, ?)";
    /** The last that is known of a run that could not note its end; 137 is 128 and SIGKILL. */
    private static final String CLOSE = "UPDATE bizops.pipeline_run AS r SET exit_code = 137,"
            + " error = 'killed before it could note its end', ended_at = coalesce((SELECT max(s.ended_at)"
            + " FROM bizops.pipeline_step AS s WHERE s.pipeline_run_id = r.pipeline_run_id), r.started_at)"
            + " WHERE r.pipeline = ? AND r.environment = ? AND r.ended_at IS NULL";

    private static final String END = "UPDATE bizops.pipeline_run SET ended_at = clock_timestamp(), exit_code = ?,"
            + " error = ? WHERE pipeline_run_id = ?";
    private static final String RUNNING = "SELECT 'run ' || pipeline_run_id || ' on ' || coalesce(host, 'an unknown"
            + " host') || ' since ' || to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'"
            + " FROM bizops.pipeline_run WHERE environment || '/' || pipeline = ? AND ended_at IS NULL"
            + " ORDER BY started_at DESC LIMIT 1";

    private static final String LAST_SUCCESS = "SELECT max(ended_at) AS at FROM bizops.pipeline_run"
            + " WHERE pipeline = ? AND environment = ? AND exit_code = 0";

    private PipelineTable() {}

    /**
     * A run that begins. Immutable.
     *
     * @param host where it runs
     * @param jobUrl of the CI job
     * @param gitSha of the project
     */
    public record Start(
            String runId,
            String pipeline,
            String environment,
            String host,
            Optional<String> jobUrl,
            Optional<String> gitSha,
            String version) {}

    /**
     * An attempt of a step. Immutable.
     *
     * @param attempt from 1
     * @param pairRunId its row in {@code bizops.run}
     */
    public record Attempt(
            String step, int attempt, Optional<String> pairRunId, Duration took, int exit, Optional<String> error) {}

    /**
     * Notes that a run has begun.
     *
     * @param alone whether it holds the lock for itself: then earlier ones that have not ended were killed
     */
    public static void begin(Store store, Start start, boolean alone) {
        boolean unused = store.ask(open -> {
            if (alone) {
                try (PreparedStatement close = open.prepareStatement(CLOSE)) {
                    close.setString(1, start.pipeline());
                    close.setString(2, start.environment());
                    close.executeUpdate();
                }
            }
            try (PreparedStatement insert = open.prepareStatement(BEGIN)) {
                insert.setString(1, start.runId());
                insert.setString(2, start.pipeline());
                insert.setString(3, start.environment());
                insert.setString(4, start.host());
                insert.setString(5, start.jobUrl().orElse(null));
                insert.setString(6, start.gitSha().orElse(null));
                insert.setString(7, start.version());
                return insert.executeUpdate() > 0;
            }
        });
    }

    /** Notes how an attempt of a step ended. */
    public static void step(Store store, String runId, Attempt attempt) {
        boolean unused = store.ask(open -> {
            try (PreparedStatement insert = open.prepareStatement(STEP)) {
                insert.setString(1, runId);
                insert.setString(2, attempt.step());
                insert.setInt(3, attempt.attempt());
                insert.setString(4, attempt.pairRunId().orElse(null));
                insert.setBigDecimal(5, BigDecimal.valueOf(attempt.took().toMillis(), 3));
                insert.setInt(6, attempt.exit());
                insert.setString(7, attempt.error().orElse(null));
                return insert.executeUpdate() > 0;
            }
        });
    }

    /** Notes how the run ended. */
    public static void end(Store store, String runId, int exit, Optional<String> error) {
        boolean unused = store.ask(open -> {
            try (PreparedStatement update = open.prepareStatement(END)) {
                update.setInt(1, exit);
                update.setString(2, error.orElse(null));
                update.setString(3, runId);
                return update.executeUpdate() > 0;
            }
        });
    }

    /** When the newest run ended that did everything. */
    public static Optional<Instant> lastSuccess(Store store, String pipeline, String environment) {
        return store.ask(open -> {
            try (PreparedStatement query = open.prepareStatement(LAST_SUCCESS)) {
                query.setString(1, pipeline);
                query.setString(2, environment);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant);
                }
            }
        });
    }

    /** The newest run of {@code environment/pipeline} that has not ended, for messages. */
    static Optional<String> running(Store store, String id) {
        return store.ask(open -> {
            if (!Store.hasPipelines(open)) {
                return Optional.<String>empty();
            }
            try (PreparedStatement query = open.prepareStatement(RUNNING)) {
                query.setString(1, id);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.<String>empty();
                }
            }
        });
    }
}
