package bizops.report.cube;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects whole numbers that a median is taken of, row by row. Owned by one thread. */
final class ValueReader {
    private final ResultColumns columns;
    private final ResultColumns.Column column;
    private final List<@Nullable Long> values = new ArrayList<>();

    ValueReader(ResultColumns columns, String name) {
        this.columns = columns;
        this.column = columns.of(name, "must be an integer", ColumnType.WHOLE, ColumnType.DECIMAL);
    }

    void read(ResultSet row) throws SQLException {
        BigDecimal value = row.getBigDecimal(column.number());
        if (value != null && value.stripTrailingZeros().scale() > 0) {
            throw columns.problem(
                    column.name(), "holds " + value + ", which is no integer; a median is taken of integers");
        }
        values.add(value == null ? null : value.longValueExact());
    }

    List<@Nullable Long> values() {
        return values;
    }
}
