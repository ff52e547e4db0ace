package bizops.report.view;

import bizops.report.cube.CubeData;
import bizops.report.cube.Dimension;
import bizops.report.source.SumColumn;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last month that a cube has rows in: of the whole selection, and of each period of its lines and
 * columns. Immutable.
 */
final class MonthEnds {
    private final Side rows;
    private final Side columns;
    private final @Nullable Dimension month;
    private final Map<List<@Nullable String>, Integer> first = new HashMap<>();
    private final Map<List<@Nullable String>, Integer> last = new HashMap<>();

    MonthEnds(Passing passing, Side rows, Side columns) {
        this.rows = rows;
        this.columns = columns;
        Dimension months = passing.cube().dimensions().get(CubeData.MONTH);
        this.month = months;
        if (months != null) {
            int[] codes = months.codes();
            passing.rows().stream()
                    .map(row -> codes[row])
                    .distinct()
                    .forEach(code -> put(months.keys().get(code), code));
        }
    }

    private void put(@Nullable String key, int code) {
        if (key != null) {
            YearMonth at = YearMonth.parse(key);
            Set<List<@Nullable String>> places = new HashSet<>();
            for (String row : Arrays.asList(rows.period(at), null)) {
                for (String column : Arrays.asList(columns.period(at), null)) {
                    places.add(Arrays.asList(row, column));
                }
            }
            places.forEach(place -> {
                first.merge(place, code, Math::min);
                last.merge(place, code, Math::max);
            });
        }
    }

    /** Whether a sum of a cube's row counts at a place. */
    boolean counts(SumColumn sum, int cubeRow, int row, int column) {
        if (sum.months() == SumColumn.Months.ALL || month == null) {
            return true;
        }
        int code = month.codes()[cubeRow];
        if (month.keys().get(code) == null) {
            return true;
        }
        Map<List<@Nullable String>, Integer> ends = sum.months() == SumColumn.Months.FIRST ? first : last;
        Integer end = ends.get(Arrays.asList(rows.period(row), columns.period(column)));
        return end != null && end == code;
    }
}
