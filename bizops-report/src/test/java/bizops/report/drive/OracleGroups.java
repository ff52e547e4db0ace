package bizops.report.drive;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of one cube that a query returned. Immutable.
 *
 */
record OracleGroups(List<String> columns, List<Group> groups) {
    /** Null where null stands for every value. */
    static final String EVERY = "\u0000every";

    /** Null of a dimension that has no row of its own: of buckets, and of months. */
    static final String NONE = "\u0000none";

    /** Null as a key, as the driver writes it. */
    static final String NULL = "~";

    /**
     * One group.
     *
     * @param values by column; null is unknown
     */
    record Group(List<String> keys, List<@Nullable BigDecimal> values) {
        /** Whether it counts in a cell of these keys. */
        boolean counts(List<String> cell) {
            for (int i = 0; i < keys.size(); i++) {
                if (!keys.get(i).equals(EVERY) && !keys.get(i).equals(cell.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param nulls what a null key means, by key */
    static OracleGroups read(Connection connection, String sql, List<String> nulls) throws SQLException {
        List<Group> groups = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            int last = row.getMetaData().getColumnCount();
            for (int i = nulls.size() + 1; i <= last; i++) {
                columns.add(row.getMetaData().getColumnName(i));
            }
            while (row.next()) {
                List<String> keys = new ArrayList<>();
                for (int i = 0; i < nulls.size(); i++) {
                    String key = row.getString(i + 1);
                    keys.add(key == null ? nulls.get(i) : key);
                }
                List<@Nullable BigDecimal> values = new ArrayList<>();
                for (int i = nulls.size() + 1; i <= last; i++) {
                    values.add(row.getBigDecimal(i));
                }
                groups.add(new Group(keys, values));
            }
        }
        return new OracleGroups(columns, groups);
    }

    /** The sum of a column over the groups that count in a cell; null where none is known. */
    @Nullable
    BigDecimal sum(String column, List<String> cell) {
        int at = columns.indexOf(column);
        BigDecimal sum = null;
        for (Group group : groups) {
            BigDecimal value = group.values().get(at);
            if (value != null && group.counts(cell)) {
                sum = sum == null ? value : sum.add(value);
            }
        }
        return sum;
    }

    /** The keys at some places, of groups that have all of them. */
    List<List<String>> keys(int from, int to) {
        List<List<String>> found = new ArrayList<>();
        for (Group group : groups) {
            List<String> keys = group.keys().subList(from, to);
            if (!keys.contains(EVERY) && !keys.contains(NONE)) {
                found.add(keys);
            }
        }
        return found;
    }
}
