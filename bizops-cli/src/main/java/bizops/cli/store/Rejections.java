package bizops.cli.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a load and a build could not take, and which tests of a build fail. Stateless. */
public final class Rejections {
    private static final String TABLE = "SELECT to_regclass(format('%I.%I', ?, ?)) IS NOT NULL";
    private static final String RECORDS =
            "SELECT stream, count(*) AS rows FROM %s WHERE rejected_at >= ? GROUP BY stream";
    private static final String BUILD = "SELECT max(build_id) AS build FROM %s WHERE started_at >="
            + " (SELECT started_at FROM bizops.pipeline_run WHERE pipeline_run_id = ?)";
    private static final String TESTS = "SELECT model, test, severity, max(failing) AS rows FROM %s"
            + " WHERE build_id = ? AND failing > 0 GROUP BY model, test, severity ORDER BY model, test";
    private static final String VALUES = "SELECT table_name || '.' || column_name AS column, count(*) AS rows FROM %s"
            + " WHERE build_id = ? GROUP BY 1 ORDER BY 1";

    private Rejections() {}

    /**
     * A test that fails. Immutable.
     *
     * @param rows how many break it
     */
    public record FailingTest(String model, String test, boolean isError, long rows) {}

    /** The records that target-postgres put aside since then, by stream. */
    public static Map<String, Long> records(Store store, String schema, Instant since) {
        return store.ask(open -> {
            Map<String, Long> rows = new TreeMap<>();
            if (!exists(open, schema, "_sdc_rejected")) {
                return rows;
            }
            try (PreparedStatement query =
                    open.prepareStatement(RECORDS.formatted(name(open, schema, "_sdc_rejected")))) {
                query.setObject(1, since.atOffset(ZoneOffset.UTC));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rows.put(row.getString("stream"), row.getLong("rows"));
                    }
                }
            }
            return rows;
        });
    }

    /** The build of bizops-transform that a run of a pipeline made; empty if it made none. */
    public static Optional<Long> build(Store store, String schema, String pipelineRun) {
        return store.ask(open -> {
            if (!exists(open, schema, "build")) {
                return Optional.<Long>empty();
            }
            try (PreparedStatement query = open.prepareStatement(BUILD.formatted(name(open, schema, "build")))) {
                query.setString(1, pipelineRun);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getObject("build", Long.class));
                }
            }
        });
    }

    /** Its tests that fail. */
    public static List<FailingTest> tests(Store store, String schema, long build) {
        return store.ask(open -> {
            List<FailingTest> tests = new ArrayList<>();
            try (PreparedStatement query = open.prepareStatement(TESTS.formatted(name(open, schema, "build_test")))) {
                query.setLong(1, build);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        tests.add(new FailingTest(
                                row.getString("model"),
                                row.getString("test"),
                                "error".equals(row.getString("severity")),
                                row.getLong("rows")));
                    }
                }
            }
            return tests;
        });
    }

    /** How many values of which column it could not read; those that it lists. */
    public static Map<String, Long> values(Store store, String schema, long build) {
        return store.ask(open -> {
            Map<String, Long> rows = new TreeMap<>();
            try (PreparedStatement query =
                    open.prepareStatement(VALUES.formatted(name(open, schema, "audit_reject")))) {
                query.setLong(1, build);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rows.put(row.getString("column"), row.getLong("rows"));
                    }
                }
            }
            return rows;
        });
    }

    private static boolean exists(Connection open, String schema, String table) throws SQLException {
        try (PreparedStatement query = open.prepareStatement(TABLE)) {
            query.setString(1, schema);
            query.setString(2, table);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The server quotes: nothing else knows its rules as well. */
    private static String name(Connection open, String schema, String table) throws SQLException {
        try (PreparedStatement query = open.prepareStatement("SELECT format('%I.%I', ?, ?)")) {
            query.setString(1, schema);
            query.setString(2, table);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
