package bizops.target.reject;

import bizops.singer.decode.SchemaMessage;
import bizops.singer.error.InputException;
import bizops.target.encode.Origin;
import bizops.target.table.Catalog;
import bizops.target.table.TableName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Reads the rejected records that are in the table, oldest first. */
public final class RejectedRows {
    private static final int FETCHED_AT_ONCE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TableName table;

    public RejectedRows(TableName table) {
        this.table = table;
    }

    /** Takes one row after the other. */
    @FunctionalInterface
    public interface Taker {
        /** False to have no more. */
        boolean take(ReplayedRecord record) throws IOException;
    }

    /**
     * Reads them as they were when this began.
     *
     * @return whether all were taken
     * @throws InputException if there is no such table
     */
    public boolean forEach(Connection connection, Taker taker) throws SQLException, IOException {
        if (!Catalog.hasRelation(connection, table)) {
            throw new InputException("there is no table " + table
                    + ", so nothing was ever rejected there; --replay-rejected has nothing to do");
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery(sql())) {
                while (rows.next()) {
                    if (!taker.take(record(rows))) {
                        return false;
                    }
                }
            }
        } finally {
            connection.rollback();
        }
        return true;
    }

    private String sql() {
        return "SELECT id, stream, schema, key_properties, line, record, version, time_extracted,"
                + " floor(extract(epoch FROM rejected_at) * 1000)::bigint AS at FROM " + table.quoted()
                + " ORDER BY rejected_at, length(id), id";
    }

    private static ReplayedRecord record(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        boolean versioned = !row.wasNull();
        return new ReplayedRecord(
                row.getString("id"),
                new SchemaMessage(
                        row.getString("stream"),
                        row.getString("schema"),
                        keys(row.getString("key_properties")),
                        List.of()),
                row.getLong("line"),
                row.getString("record"),
                new Origin(versioned ? version : null, row.getString("time_extracted"), row.getLong("at")));
    }

    private static List<String> keys(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException changedBySomebody) {
            throw new InputException(
                    "a row's key_properties are no list of names: " + json + "; correct the row", changedBySomebody);
        }
    }
}
