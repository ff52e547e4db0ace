package bizops.report.drive;

import bizops.report.source.CubeFile;
import bizops.report.source.Filter;
import bizops.report.source.SumColumn;
import bizops.report.source.Tile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A cube as a table of the session, dimensions as texts, in which SQL filters, groups and adds. Owned by one thread. */
final class OracleCube {
    private static final String UNDEFINED_TABLE = "42P01";

    private final CubeFile file;
    private final boolean there;
    private final String table;
    private final Map<String, Integer> types;

    private OracleCube(CubeFile file, boolean there, Map<String, Integer> types) {
        this.file = file;
        this.there = there;
        this.types = types;
        this.table = quoted("oracle_" + file.name());
    }

    /** @param sql of the cube, with its schemas */
    static OracleCube create(Connection connection, CubeFile file, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Map<String, Integer> types = new TreeMap<>();
            OracleCube cube = new OracleCube(file, !file.optional() || isThere(statement, sql), types);
            if (!cube.there) {
                statement.execute("create temp table " + cube.table + " as select " + cube.nothing() + " where false");
                return cube;
            }
            Map<String, String> names = new TreeMap<>();
            try (ResultSet none = statement.executeQuery("select * from (" + sql + ") q limit 0")) {
                ResultSetMetaData columns = none.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    types.put(columns.getColumnName(i), columns.getColumnType(i));
                    names.put(columns.getColumnName(i), columns.getColumnTypeName(i));
                }
            }
            List<String> columns = new ArrayList<>();
            for (String dimension : file.dimensions()) {
                columns.add(key(dimension, types.getOrDefault(dimension, Types.VARCHAR)) + " as "
                        + quoted("d_" + dimension));
            }
            file.sums().forEach(sum -> columns.add(quoted(sum.name()) + "::numeric as " + quoted("s_" + sum.name())));
            file.values().forEach(value -> columns.add(quoted(value) + "::numeric as " + quoted("v_" + value)));
            file.columns()
                    .keySet()
                    .forEach(column -> columns.add(
                            shown(column, String.valueOf(names.get(column))) + " as " + quoted("c_" + column)));
            columns.add("row_number() over () as place");
            statement.execute("create temp table " + cube.table + " as select " + String.join(", ", columns) + " from ("
                    + sql + ") q");
            return cube;
        }
    }

    /** Whether its tables are. */
    boolean isThere() {
        return there;
    }

    private static boolean isThere(Statement statement, String sql) throws SQLException {
        try (ResultSet none = statement.executeQuery("select * from (" + sql + ") q limit 0")) {
            return none.getMetaData().getColumnCount() > 0;
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private String nothing() {
        List<String> columns = new ArrayList<>();
        file.dimensions().forEach(dimension -> columns.add("null::text as " + quoted("d_" + dimension)));
        file.sums().forEach(sum -> columns.add("null::numeric as " + quoted("s_" + sum.name())));
        file.values().forEach(value -> columns.add("null::numeric as " + quoted("v_" + value)));
        return String.join(", ", columns);
    }

    private static String key(String dimension, int type) {
        String column = quoted(dimension);
        if (dimension.equals("month")) {
            return "to_char(" + column + ", 'YYYY-MM')";
        }
        return switch (type) {
            case Types.NUMERIC, Types.INTEGER, Types.BIGINT, Types.SMALLINT, Types.DOUBLE, Types.REAL ->
                "trim_scale(" + column + "::numeric)::text";
            case Types.BIT, Types.BOOLEAN -> column + "::boolean::text";
            default -> column + "::text";
        };
    }

    /** A column of a cube of rows as a text. */
    private static String shown(String column, String type) {
        return switch (type) {
            case "bool" -> "case when " + quoted(column) + " then 'yes' when not " + quoted(column) + " then 'no' end";
            case "timestamptz" ->
                "to_char(" + quoted(column)
                        + " at time zone (select reporting_timezone from build_info), 'YYYY-MM-DD HH24:MI')";
            default -> quoted(column) + "::text";
        };
    }

    /** The columns of a cube of rows, in the order shown. */
    List<String> columns() {
        return List.copyOf(file.columns().keySet());
    }

    boolean isNumber(String column) {
        return switch (types.getOrDefault(column, Types.VARCHAR)) {
            case Types.NUMERIC, Types.INTEGER, Types.BIGINT, Types.SMALLINT, Types.DOUBLE, Types.REAL -> true;
            default -> false;
        };
    }

    /** The rows that a tile lists under a setting, in their order. */
    String rows(Tile tile, Setting setting) {
        return "select "
                + columns().stream().map(column -> quoted("c_" + column)).collect(Collectors.joining(", "))
                + " from " + table + " where " + condition(tile, setting) + " order by place";
    }

    SumColumn sum(String name) {
        return file.sums().stream()
                .filter(sum -> sum.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    boolean isEvery(String dimension) {
        return file.every().contains(column(dimension));
    }

    /** The month's column for {@code period}, else the dimension's own. */
    static String column(String dimension) {
        return dimension.equals("period") ? "month" : dimension;
    }

    /** Rows of a tile under a setting, grouped by some dimensions: their keys, and all sums. */
    String groups(Tile tile, Setting setting, List<String> by) {
        List<String> keys =
                by.stream().map(dimension -> key(dimension, tile, setting)).toList();
        String period = by.stream()
                .filter(dimension -> column(dimension).equals("month"))
                .findFirst()
                .map(dimension -> key(dimension, tile, setting))
                .orElse("1");
        String numbered = numbered(keys);
        String sums = file.sums().stream().map(this::added).collect(Collectors.joining(", "));
        return "with m as (select *, min(d_month) over (partition by p) as first_month, max(d_month) over (partition by p) as"
                + " last_month from (select t.*, " + (hasMonth() ? "" : "null::text as d_month, ") + period
                + " as p from "
                + table + " t where " + condition(tile, setting) + ") x) select "
                + (numbered.isEmpty() ? "" : numbered + ", ")
                + "count(*) as n" + (sums.isEmpty() ? "" : ", " + sums) + " from m" + grouping(keys);
    }

    /** Medians of a column by the same groups: each value as often as its count says. */
    String medians(Tile tile, Setting setting, List<String> by, String value, String count) {
        List<String> keys =
                by.stream().map(dimension -> key(dimension, tile, setting)).toList();
        String numbered = numbered(keys);
        return "select " + (numbered.isEmpty() ? "" : numbered + ", ") + "(percentile_cont(0.5) within group (order by "
                + quoted("v_" + value) + "))::numeric as median from " + table + " m cross join generate_series(1, "
                + quoted("s_" + count) + "::bigint) where " + quoted("v_" + value) + " is not null and "
                + condition(tile, setting) + grouping(keys);
    }

    /** Whether a sum is whole in every row that passes the filter of the model. */
    String isWhole(String sum, Tile tile, Setting setting) {
        String column = quoted("s_" + sum);
        return "select coalesce(bool_and(" + column + " = trunc(" + column + ")), true) from " + table + " where "
                + condition("model", tile, setting);
    }

    private static String numbered(List<String> keys) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            columns.add(keys.get(i) + " as k" + i);
        }
        return String.join(", ", columns);
    }

    private static String grouping(List<String> keys) {
        return keys.isEmpty() ? "" : " group by " + String.join(", ", keys);
    }

    private boolean hasMonth() {
        return file.dimensions().contains("month");
    }

    private String added(SumColumn sum) {
        String column = quoted("s_" + sum.name());
        String counted = switch (sum.months()) {
            case ALL -> "sum(" + column + ")";
            case FIRST -> "sum(" + column + ") filter (where d_month is null or d_month = first_month)";
            case LAST -> "sum(" + column + ") filter (where d_month is null or d_month = last_month)";
        };
        return counted + " as " + column;
    }

    private String key(String dimension, Tile tile, Setting setting) {
        String column = quoted("d_" + column(dimension));
        List<Integer> bounds = tile.buckets().get(dimension);
        if (bounds != null) {
            StringBuilder cases = new StringBuilder("case when " + column + " is null then null");
            int from = 0;
            for (int bound : bounds) {
                cases.append(" when ")
                        .append(column)
                        .append("::numeric <= ")
                        .append(bound)
                        .append(" then '");
                cases.append(from).append('–').append(bound).append('\'');
                from = bound + 1;
            }
            return cases + " else 'over " + (from - 1) + "' end";
        }
        if (!dimension.equals("period")) {
            return column;
        }
        return switch (setting.grain()) {
            case "year" -> "left(" + column + ", 4)";
            case "quarter" -> "left(" + column + ", 4) || '-Q' || ((right(" + column + ", 2)::int + 2) / 3)";
            default -> column;
        };
    }

    private String condition(Tile tile, Setting setting) {
        List<String> all = new ArrayList<>(List.of("true"));
        for (Filter filter : Filter.values()) {
            all.add(condition(filter.key(), tile, setting));
        }
        return String.join(" and ", all);
    }

    private String condition(String filter, Tile tile, Setting setting) {
        String dimension = Filter.of(filter).orElseThrow().dimension();
        String column = quoted("d_" + dimension);
        if (!file.dimensions().contains(dimension)) {
            return "true";
        }
        String fixed = tile.where().get(filter);
        String passes;
        if (fixed != null) {
            passes = column + " = " + literal(fixed);
        } else if (tile.ignore().contains(filter)) {
            return "true";
        } else if (filter.equals("period")) {
            if (setting.from() == null) {
                return "true";
            }
            passes = column + " between " + literal(setting.from().toString()) + " and "
                    + literal(String.valueOf(setting.to()));
        } else {
            List<@Nullable String> keys = setting.chosen().get(filter);
            if (keys == null) {
                return "true";
            }
            String known = keys.stream()
                    .filter(key -> key != null)
                    .map(OracleCube::literal)
                    .collect(Collectors.joining(", "));
            passes = (known.isEmpty() ? "false" : column + " in (" + known + ")")
                    + (keys.contains(null) ? " or " + column + " is null" : "");
        }
        return "(" + passes + (isEvery(dimension) ? " or " + column + " is null" : "") + ")";
    }

    private static String literal(@Nullable String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
