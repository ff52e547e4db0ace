package bizops.cli.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of each stream, by the history of runs. Stateless. */
public final class StreamRows {
    private static final String THIS_RUN = """
            SELECT s.stream, sum(coalesce(s.rows_sent, s.rows_read)) AS rows
            FROM bizops.pipeline_step AS p JOIN bizops.run_stream AS s USING (run_id)
            WHERE p.pipeline_run_id = ? AND p.step = ? GROUP BY s.stream""";
    private static final String EARLIER = """
            WITH earlier AS (SELECT run_id FROM bizops.run AS r WHERE state_id = ? AND exit_code = 0
                AND NOT EXISTS (SELECT FROM bizops.pipeline_step AS p WHERE p.pipeline_run_id = ? AND p.run_id = r.run_id)
                ORDER BY started_at DESC LIMIT ?)
            SELECT run_id, s.stream, coalesce(s.rows_sent, s.rows_read, 0) AS rows
            FROM earlier LEFT JOIN bizops.run_stream AS s USING (run_id)""";
    private static final String LAST = """
            SELECT s.stream, max(r.ended_at) AS at FROM bizops.run AS r JOIN bizops.run_stream AS s USING (run_id)
            WHERE r.state_id = ? AND r.exit_code IN (0, 77) AND coalesce(s.rows_sent, s.rows_read) > 0
            GROUP BY s.stream""";

    private StreamRows() {}

    /** The rows of each stream of a tap in one run of a pipeline, all attempts together. */
    public static Map<String, Long> ofRun(Store store, String pipelineRun, String tap) {
        return store.ask(open -> {
            Map<String, Long> rows = new TreeMap<>();
            try (PreparedStatement query = open.prepareStatement(THIS_RUN)) {
                query.setString(1, pipelineRun);
                query.setString(2, tap);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rows.put(row.getString("stream"), row.getLong("rows"));
                    }
                }
            }
            return rows;
        });
    }

    /** The newest runs of a state that went well, but for those of this run; each with the rows of its streams. */
    public static List<Map<String, Long>> earlier(Store store, String stateId, String pipelineRun, int most) {
        return store.ask(open -> {
            Map<String, Map<String, Long>> runs = new TreeMap<>();
            try (PreparedStatement query = open.prepareStatement(EARLIER)) {
                query.setString(1, stateId);
                query.setString(2, pipelineRun);
                query.setInt(3, most);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        Map<String, Long> run = runs.computeIfAbsent(row.getString("run_id"), none -> new TreeMap<>());
                        if (row.getString("stream") != null) {
                            run.put(row.getString("stream"), row.getLong("rows"));
                        }
                    }
                }
            }
            return new ArrayList<>(runs.values());
        });
    }

    /** When a row of each stream came last; streams of which none ever came are left out. */
    public static Map<String, Instant> last(Store store, String stateId) {
        return store.ask(open -> {
            Map<String, Instant> last = new TreeMap<>();
            try (PreparedStatement query = open.prepareStatement(LAST)) {
                query.setString(1, stateId);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        last.put(
                                row.getString("stream"),
                                row.getObject("at", OffsetDateTime.class).toInstant());
                    }
                }
            }
            return last;
        });
    }
}
