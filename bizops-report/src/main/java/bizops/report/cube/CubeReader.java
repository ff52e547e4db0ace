package bizops.report.cube;

import bizops.report.source.CubeFile;
import bizops.singer.error.ConfigException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.ZoneId;

/** Runs the queries of cubes on a connection that is in the middle of a transaction. Owned by one thread. */
final class CubeReader {
    private static final int ROWS_AT_ONCE = 10_000;

    private final Connection connection;
    private final Schemas schemas;
    private final ZoneId zone;

    /** @param zone in which moments are shown */
    CubeReader(Connection connection, Schemas schemas, ZoneId zone) {
        this.connection = connection;
        this.schemas = schemas;
        this.zone = zone;
    }

    /** The rows of a cube; none, with the reason, of an optional one whose tables are not there. */
    CubeData read(CubeFile file) throws SQLException {
        String sql = schemas.fill(file.sql());
        Savepoint before = connection.setSavepoint();
        try {
            CubeData cube = query(file, sql);
            connection.releaseSavepoint(before);
            return cube;
        } catch (SQLException e) {
            QueryFailure failure = new QueryFailure(file, sql, e);
            if (file.optional() && failure.isAbsence()) {
                connection.rollback(before);
                return CubeData.missing(file, failure.remedy());
            }
            if (failure.isOfTheQuery()) {
                throw new ConfigException(failure.line(), e);
            }
            throw e;
        }
    }

    private CubeData query(CubeFile file, String sql) throws SQLException {
        // A plain statement: the query may have question marks and braces of its own.
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet result = statement.executeQuery(sql)) {
                CubeCollector collector = new CubeCollector(file, result.getMetaData(), zone);
                while (result.next()) {
                    collector.read(result);
                }
                return collector.cube();
            }
        }
    }
}
