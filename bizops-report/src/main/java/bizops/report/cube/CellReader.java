package bizops.report.cube;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects a column that is listed as it is, row by row. Owned by one thread. */
final class CellReader {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final ResultColumns.Column column;
    private final String title;
    private final ZoneId zone;
    private final List<@Nullable String> values = new ArrayList<>();

    /** @param zone in which moments are shown */
    CellReader(ResultColumns columns, String name, String title, ZoneId zone) {
        this.column = columns.any(name);
        this.title = title;
        this.zone = zone;
        if (column.type() == ColumnType.OTHER) {
            throw columns.problem(name, "is of a type that cannot be shown; cast it to text or numeric");
        }
    }

    void read(ResultSet row) throws SQLException {
        values.add(text(row));
    }

    Cells cells() {
        Cells.Type type = switch (column.type()) {
            case WHOLE, DECIMAL -> Cells.Type.NUMBER;
            case FLAG -> Cells.Type.FLAG;
            case DATE, MOMENT, LOCAL_TIME -> Cells.Type.DATE;
            case TEXT, LIST, OTHER -> Cells.Type.TEXT;
        };
        return new Cells(column.name(), title, type, values);
    }

    private @Nullable String text(ResultSet row) throws SQLException {
        int number = column.number();
        return switch (column.type()) {
            case WHOLE, DECIMAL -> {
                BigDecimal value = row.getBigDecimal(number);
                yield value == null ? null : value.toPlainString();
            }
            case FLAG -> {
                boolean flag = row.getBoolean(number);
                yield row.wasNull() ? null : String.valueOf(flag);
            }
            case MOMENT -> moment(row.getObject(number, OffsetDateTime.class));
            case LOCAL_TIME -> local(row.getObject(number, LocalDateTime.class));
            case LIST -> list(row.getArray(number));
            case TEXT, DATE, OTHER -> row.getString(number);
        };
    }

    private @Nullable String moment(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.atZoneSameInstant(zone).format(MINUTES);
    }

    private static @Nullable String local(@Nullable LocalDateTime time) {
        return time == null ? null : time.format(MINUTES);
    }

    private static @Nullable String list(@Nullable Array array) throws SQLException {
        return array == null
                ? null
                : Arrays.stream((Object[]) array.getArray())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(", "));
    }
}
