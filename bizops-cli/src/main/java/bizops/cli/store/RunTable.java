package bizops.cli.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The history of runs. Stateless. */
public final class RunTable {
    private static final String BEGIN = "INSERT INTO bizops.run (run_id, state_id, tap, target, tap_version,"
            + " target_version, host, ci_job_url, git_sha, config_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /** The last that is known of a run that could not note its end; 137 is 128 and SIGKILL. */
    private static final String CLOSE = "UPDATE bizops.run AS r SET exit_code = 137,"
            + " error = 'killed before it could note its end', ended_at = coalesce((SELECT max(c.committed_at)"
            + " FROM bizops.checkpoint AS c WHERE c.run_id = r.run_id), r.started_at)"
            + " WHERE r.state_id = ? AND r.ended_at IS NULL";

    private static final String END = "UPDATE bizops.run SET ended_at = clock_timestamp(), tap_exit_code = ?,"
            + " target_exit_code = ?, exit_code = ?, error = ? WHERE run_id = ?";
    private static final String STREAM = "INSERT INTO bizops.run_stream (run_id, stream, rows_sent, rows_read,"
            + " bytes_loaded) VALUES (?, ?, ?, ?, ?)";
    private static final String RUNNING = "SELECT 'run ' || run_id || ' on ' || coalesce(host, 'an unknown host')"
            + " || ' since ' || to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'"
            + " FROM bizops.run WHERE state_id = ? AND ended_at IS NULL ORDER BY started_at DESC LIMIT 1";

    private RunTable() {}

    /** Notes that a run has begun, which holds the lock: earlier ones that have not ended were killed. */
    public static void begin(Store store, RunStart run) {
        boolean unused = store.ask(open -> {
            try (PreparedStatement close = open.prepareStatement(CLOSE)) {
                close.setString(1, run.stateId());
                close.executeUpdate();
            }
            try (PreparedStatement insert = open.prepareStatement(BEGIN)) {
                insert.setString(1, run.runId());
                insert.setString(2, run.stateId());
                insert.setString(3, run.tap());
                insert.setString(4, run.target());
                insert.setString(5, run.tapVersion().orElse(null));
                insert.setString(6, run.targetVersion().orElse(null));
                insert.setString(7, run.host());
                insert.setString(8, run.jobUrl().orElse(null));
                insert.setString(9, run.gitSha().orElse(null));
                insert.setString(10, run.configHash());
                return insert.executeUpdate() > 0;
            }
        });
    }

    /** Notes how it ended, in one transaction. */
    public static void end(Store store, String runId, RunEnd end) {
        boolean unused = store.ask(open -> {
            open.setAutoCommit(false);
            try {
                write(open, runId, end);
                open.commit();
            } catch (SQLException failed) {
                open.rollback();
                throw failed;
            } finally {
                open.setAutoCommit(true);
            }
            return true;
        });
    }

    /** The newest run that has not ended, for messages. */
    static Optional<String> running(Store store, String stateId) {
        return store.ask(open -> {
            if (!Store.hasStates(open)) {
                return Optional.<String>empty();
            }
            try (PreparedStatement query = open.prepareStatement(RUNNING)) {
                query.setString(1, stateId);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.<String>empty();
                }
            }
        });
    }

    private static void write(Connection open, String runId, RunEnd end) throws SQLException {
        try (PreparedStatement update = open.prepareStatement(END)) {
            update.setInt(1, end.tapExit());
            update.setInt(2, end.targetExit());
            update.setInt(3, end.exit());
            update.setString(4, end.error().orElse(null));
            update.setString(5, runId);
            update.executeUpdate();
        }
        Set<String> streams = new TreeSet<>(end.rowsSent().keySet());
        streams.addAll(end.rowsRead().keySet());
        streams.addAll(end.bytesLoaded().keySet());
        try (PreparedStatement insert = open.prepareStatement(STREAM)) {
            for (String stream : streams) {
                insert.setString(1, runId);
                insert.setString(2, stream);
                insert.setObject(3, count(end.rowsSent(), stream));
                insert.setObject(4, count(end.rowsRead(), stream));
                insert.setObject(5, count(end.bytesLoaded(), stream));
                insert.addBatch();
            }
            int[] unused = insert.executeBatch();
        }
    }

    private static @Nullable Long count(Map<String, Long> counts, String stream) {
        return counts.get(stream);
    }
}
