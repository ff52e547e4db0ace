package bizops.report.cube;

import bizops.report.source.CubeFile;
import bizops.report.source.SumColumn;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the rows of a cube column by column. Owned by one thread. */
final class CubeCollector {
    private final CubeFile file;
    private final ResultColumns columns;
    private final Map<String, DimensionReader> dimensions = new LinkedHashMap<>();
    private final Map<String, SumReader> sums = new LinkedHashMap<>();
    private final Map<String, ValueReader> values = new LinkedHashMap<>();
    private final List<CellReader> cells;
    private final BitSet immature = new BitSet();
    private int rows;

    CubeCollector(CubeFile file, ResultSetMetaData result, ZoneId zone) throws SQLException {
        this.file = file;
        this.columns = new ResultColumns(file, result);
        for (String name : file.dimensions()) {
            dimensions.put(
                    name, new DimensionReader(columns, name, file.labels().get(name)));
        }
        for (SumColumn sum : file.sums()) {
            sums.put(sum.name(), new SumReader(columns, sum));
        }
        file.values().forEach(name -> values.put(name, new ValueReader(columns, name)));
        this.cells = file.columns().entrySet().stream()
                .map(column -> new CellReader(columns, column.getKey(), column.getValue(), zone))
                .toList();
        if (file.immature() != null) {
            columns.of(file.immature(), "must be a boolean", ColumnType.FLAG);
        }
    }

    void read(ResultSet row) throws SQLException {
        for (DimensionReader dimension : dimensions.values()) {
            dimension.read(row);
        }
        for (SumReader sum : sums.values()) {
            sum.read(row);
        }
        for (ValueReader value : values.values()) {
            value.read(row);
        }
        for (CellReader cell : cells) {
            cell.read(row);
        }
        if (file.immature() != null) {
            immature.set(rows, immature(row, file.immature()));
        }
        rows++;
    }

    CubeData cube() {
        Map<String, Dimension> read = new LinkedHashMap<>();
        dimensions.forEach((name, reader) -> read.put(name, reader.dimension()));
        Map<String, SumData> added = new LinkedHashMap<>();
        sums.forEach((name, reader) -> added.put(name, reader.sum()));
        Map<String, List<@Nullable Long>> whole = new LinkedHashMap<>();
        values.forEach((name, reader) -> whole.put(name, reader.values()));
        return new CubeData(
                file,
                rows,
                read,
                added,
                whole,
                file.immature() == null ? null : immature,
                cells.stream().map(CellReader::cells).toList(),
                null);
    }

    private boolean immature(ResultSet row, String name) throws SQLException {
        boolean set = row.getBoolean(columns.any(name).number());
        if (row.wasNull()) {
            throw columns.problem(name, "is null in row " + row.getRow() + "; say true or false");
        }
        return set;
    }
}
