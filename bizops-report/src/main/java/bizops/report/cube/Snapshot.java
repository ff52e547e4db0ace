package bizops.report.cube;

import bizops.report.source.CubeFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the cubes of one build, whatever is published meanwhile.
 *
 * <p>Names are not resolved by snapshot: a transaction that began before a publish would find the new, to it empty
 * tables. So the lock that a publish takes exclusively is taken first, shared and for the session, and the REPEATABLE
 * READ transaction begins only when it is held: a lock taken inside that transaction would come after its snapshot.
 */
public final class Snapshot {
    private Snapshot() {}

    /**
     * The cubes of the build that is live.
     *
     * @param connection fresh, and closed by the caller: the lock and the search path are its session's
     * @param withDetails whether cubes of rows about persons are read too
     */
    public static Marts read(Connection connection, Schemas schemas, Collection<CubeFile> files, boolean withDetails)
            throws SQLException {
        connection.setAutoCommit(true);
        run(connection, "select set_config('lock_timeout', ?, false)", "60s");
        run(connection, "select set_config('search_path', quote_ident(?), false)", schemas.marts());
        run(connection, "select pg_advisory_lock_shared(hashtextextended('bizops publish ' || ?, 0))", schemas.marts());
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        BuildInfo build = BuildInfo.read(connection);
        run(connection, "select set_config('TimeZone', ?, true)", build.timezone());
        CubeReader reader = new CubeReader(connection, schemas, ZoneId.of(build.timezone()));
        Map<String, CubeData> cubes = new LinkedHashMap<>();
        for (CubeFile file : files) {
            cubes.put(
                    file.name(),
                    file.details() && !withDetails
                            ? CubeData.missing(
                                    file, "rows about persons are left out; build with --with-details to have them")
                            : reader.read(file));
        }
        Marts marts = new Marts(build, cubes, Comments.read(connection, schemas.marts()));
        connection.commit();
        return marts;
    }

    private static void run(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.execute();
        }
    }
}
