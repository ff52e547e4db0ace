package bizops.report.cube;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Collects a dimension row by row. Owned by one thread. */
final class DimensionReader {
    private final ResultColumns columns;
    private final ResultColumns.Column key;
    private final ResultColumns.@Nullable Column label;
    private final boolean month;
    private final Map<@Nullable String, Integer> codes = new HashMap<>();
    private final List<KeyOrder.Labelled> found = new ArrayList<>();
    private final IntList rows = new IntList();

    DimensionReader(ResultColumns columns, String name, @Nullable String labelName) {
        this.columns = columns;
        this.month = name.equals(CubeData.MONTH);
        this.key = month
                ? columns.of(name, "must be a date, the first day of a month", ColumnType.DATE)
                : columns.of(
                        name,
                        "is no dimension: it must be text, a number, a boolean or a date",
                        ColumnType.TEXT,
                        ColumnType.WHOLE,
                        ColumnType.DECIMAL,
                        ColumnType.FLAG,
                        ColumnType.DATE);
        this.label = labelName == null ? null : columns.of(labelName, "is a label and must be text", ColumnType.TEXT);
    }

    void read(ResultSet row) throws SQLException {
        String text = key(row);
        String shown = label == null ? null : row.getString(label.number());
        String labelled = text == null ? Dimension.UNKNOWN : shown == null ? text : shown;
        Integer code = codes.get(text);
        if (code == null) {
            code = found.size();
            codes.put(text, code);
            found.add(new KeyOrder.Labelled(text, labelled));
        } else if (KeyOrder.BINARY.compare(labelled, found.get(code).label()) < 0) {
            // One label a key, the same in every build whatever the order of the rows.
            found.set(code, new KeyOrder.Labelled(text, labelled));
        }
        rows.add(code);
    }

    Dimension dimension() {
        boolean numeric = key.type().isNumber();
        int[] order = IntStream.range(0, found.size())
                .boxed()
                .sorted((one, other) -> KeyOrder.of(numeric).compare(found.get(one), found.get(other)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] place = new int[order.length];
        List<@Nullable String> keys = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
            keys.add(found.get(order[i]).key());
            labels.add(found.get(order[i]).label());
        }
        return new Dimension(
                keys,
                labels,
                IntStream.of(rows.toArray()).map(code -> place[code]).toArray(),
                numeric);
    }

    private @Nullable String key(ResultSet row) throws SQLException {
        return switch (key.type()) {
            case WHOLE, DECIMAL -> {
                BigDecimal number = row.getBigDecimal(key.number());
                yield number == null
                        ? null
                        : number.signum() == 0
                                ? "0"
                                : number.stripTrailingZeros().toPlainString();
            }
            case FLAG -> {
                boolean flag = row.getBoolean(key.number());
                yield row.wasNull() ? null : String.valueOf(flag);
            }
            case DATE -> {
                LocalDate date = row.getObject(key.number(), LocalDate.class);
                yield date == null ? null : month ? month(date) : date.toString();
            }
            default -> row.getString(key.number());
        };
    }

    private String month(LocalDate date) {
        if (date.getDayOfMonth() != 1) {
            throw columns.problem(
                    key.name(), "holds " + date + ", which is not the first day of a month; use date_trunc");
        }
        return YearMonth.from(date).toString();
    }
}
