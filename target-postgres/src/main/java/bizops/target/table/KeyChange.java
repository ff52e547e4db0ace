package bizops.target.table;

import bizops.singer.error.LoadException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A primary key that a table is to get. Immutable.
 *
 * @param sql one statement, which also drops the key that the table has
 * @param columns of the new key, not quoted
 */
public record KeyChange(String stream, TableName table, String sql, List<String> columns) {

    /** For rows that do not allow the key: says how to find them. */
    public LoadException refused(Throwable cause) {
        String keys = columns.stream().map(Identifier::quote).collect(Collectors.joining(", "));
        String nulls = columns.stream()
                .map(column -> Identifier.quote(column) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        return LoadException.permanent(
                "stream \"" + stream + "\": the rows of " + table + " do not allow the primary key (" + keys
                        + "); find them by: SELECT " + keys + ", count(*) FROM " + table.quoted() + " GROUP BY " + keys
                        + " HAVING count(*) > 1 OR " + nulls + "; correct them and run again",
                cause);
    }
}
