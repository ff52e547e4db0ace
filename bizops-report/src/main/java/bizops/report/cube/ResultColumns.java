package bizops.report.cube;

import bizops.report.source.CubeFile;
import bizops.report.source.SumColumn;
import bizops.singer.error.ConfigException;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns that a cube's query has, held to those that its header declares. Immutable. */
final class ResultColumns {
    /**
     * A column of the result.
     *
     * @param number from 1, in the query
     */
    record Column(String name, int number, ColumnType type) {}

    private final CubeFile file;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    ResultColumns(CubeFile file, ResultSetMetaData result) throws SQLException {
        this.file = file;
        List<String> problems = new ArrayList<>();
        for (int i = 1; i <= result.getColumnCount(); i++) {
            String name = result.getColumnLabel(i);
            ColumnType type = ColumnType.of(result.getColumnType(i), result.getColumnTypeName(i));
            if (columns.put(name, new Column(name, i, type)) != null) {
                problems.add(file.place() + ": the query has two columns \"" + name + "\"; name one otherwise");
            }
        }
        Set<String> declared = declared(file);
        declared.stream()
                .filter(name -> !columns.containsKey(name))
                .map(name -> file.place() + ": the query has no column \"" + name + "\", which the header declares")
                .forEach(problems::add);
        columns.keySet().stream()
                .filter(name -> !declared.contains(name))
                .map(name -> file.place() + ": column \"" + name
                        + "\" of the query is not declared; say in the header what it is, or leave it out")
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static Set<String> declared(CubeFile file) {
        Set<String> declared = new LinkedHashSet<>(file.dimensions());
        declared.addAll(file.labels().values());
        file.sums().stream().map(SumColumn::name).forEach(declared::add);
        declared.addAll(file.values());
        declared.addAll(file.columns().keySet());
        if (file.immature() != null) {
            declared.add(file.immature());
        }
        return declared;
    }

    /** The column, whatever it holds. */
    Column any(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column " + name);
        }
        return column;
    }

    /** The column, which must be of one of the types. */
    Column of(String name, String must, ColumnType... types) {
        Column column = any(name);
        if (!List.of(types).contains(column.type())) {
            throw problem(name, must);
        }
        return column;
    }

    /** What is wrong with a column. */
    ConfigException problem(String name, String what) {
        return new ConfigException(file.place() + ": column \"" + name + "\" " + what);
    }
}
