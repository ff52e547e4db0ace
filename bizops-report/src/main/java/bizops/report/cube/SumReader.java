package bizops.report.cube;

import bizops.report.source.SumColumn;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects a sum row by row. Owned by one thread. */
final class SumReader {
    private final ResultColumns columns;
    private final SumColumn sum;
    private final int number;
    private final List<@Nullable BigDecimal> values = new ArrayList<>();

    SumReader(ResultColumns columns, SumColumn sum) {
        this.columns = columns;
        this.sum = sum;
        this.number = columns.of(
                        sum.name(),
                        "is a sum and must be an integer or numeric, which keep every digit; cast it",
                        ColumnType.WHOLE,
                        ColumnType.DECIMAL)
                .number();
    }

    void read(ResultSet row) throws SQLException {
        BigDecimal value = row.getBigDecimal(number);
        if (value == null && !sum.unknown()) {
            throw columns.problem(
                    sum.name(),
                    "is null in row " + row.getRow() + "; declare \"" + sum.name() + "?\" if null means unknown");
        }
        values.add(value != null && value.signum() == 0 ? BigDecimal.ZERO : value);
    }

    SumData sum() {
        return SumData.of(sum, values);
    }
}
