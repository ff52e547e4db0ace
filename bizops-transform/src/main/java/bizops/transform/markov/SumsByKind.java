package bizops.transform.markov;

import bizops.transform.compute.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Sums by campaign, channel and company for each kind of touch. Owned by one thread. */
final class SumsByKind {
    private final Map<Kind, Groups> groups = new HashMap<>();

    /** What a touch adds to a {@link Sum}. */
    record Touch(
            long weight,
            @Nullable BigDecimal credit,
            @Nullable BigDecimal margin) {}

    /** The groups of one kind. */
    static final class Groups {
        private final Map<String, Series> campaigns = new HashMap<>();
        private final Map<String, Series> channels = new HashMap<>();
        private long linearEvents;

        void add(String campaign, String channel, int eventDay, int touchDay, Touch touch) {
            add(campaigns.computeIfAbsent(campaign, first -> new Series()).all(), touch);
            Series series = channels.computeIfAbsent(channel, first -> new Series());
            add(series.all(), touch);
            add(series.onEventDay(eventDay), touch);
            add(series.onTouchDay(touchDay), touch);
        }

        /** Counts an event in which linear stands in. */
        void countLinear() {
            linearEvents++;
        }

        private static void add(Sum sum, Touch touch) {
            sum.add(touch.weight(), touch.credit(), touch.margin());
        }
    }

    Groups of(Kind kind) {
        return groups.computeIfAbsent(kind, first -> new Groups());
    }

    private record Row(
            String dimension,
            String group,
            Kind kind,
            Series series,
            @Nullable Long linearEvents) {}

    List<Column> columns() {
        List<Row> rows = new ArrayList<>();
        groups.forEach((kind, found) -> {
            Series total = new Series();
            found.channels.values().forEach(total::add);
            found.campaigns.forEach((id, series) -> rows.add(new Row("campaign", id, kind, series, null)));
            found.channels.forEach((id, series) -> rows.add(new Row("channel", id, kind, series, null)));
            rows.add(new Row("total", "total", kind, total, found.linearEvents));
        });
        Map<String, Column> columns = new LinkedHashMap<>();
        put(columns, "dimension", SQLDataType.CLOB, rows, Row::dimension);
        put(columns, "group_id", SQLDataType.CLOB, rows, Row::group);
        put(columns, "event_type", SQLDataType.CLOB, rows, row -> row.kind().eventType());
        put(
                columns,
                "is_by_median",
                SQLDataType.BOOLEAN,
                rows,
                row -> row.kind().isByMedian());
        put(columns, "within_days", SQLDataType.INTEGER, rows, row -> row.kind().withinDays());
        put(columns, "linear_events", SQLDataType.BIGINT, rows, Row::linearEvents);
        put(
                columns,
                "w_markov",
                SQLDataType.NUMERIC,
                rows,
                row -> row.series().all().weight());
        put(
                columns,
                "c_markov",
                SQLDataType.NUMERIC,
                rows,
                row -> row.series().all().credit());
        put(
                columns,
                "m_markov",
                SQLDataType.NUMERIC,
                rows,
                row -> row.series().all().margin());
        days(columns, "calendar", rows, row -> row.series().calendar());
        days(columns, "cohort", rows, row -> row.series().cohort());
        return List.copyOf(columns.values());
    }

    private static void days(
            Map<String, Column> columns, String basis, List<Row> rows, Function<Row, SortedMap<Integer, Sum>> days) {
        put(
                columns,
                basis + "_days",
                array(SQLDataType.INTEGER),
                rows,
                row -> text(days.apply(row).keySet().stream()
                        .map(day -> (Object) day)
                        .toList()));
        numbers(columns, basis + "_weights", rows, days, Sum::weight);
        numbers(columns, basis + "_credits", rows, days, Sum::credit);
        numbers(columns, basis + "_margins", rows, days, Sum::margin);
    }

    private static void numbers(
            Map<String, Column> columns,
            String name,
            List<Row> rows,
            Function<Row, SortedMap<Integer, Sum>> days,
            Function<Sum, @Nullable BigDecimal> number) {
        put(columns, name, array(SQLDataType.NUMERIC), rows, row -> {
            List<Object> numbers = new ArrayList<>();
            for (Sum sum : days.apply(row).values()) {
                BigDecimal one = number.apply(sum);
                if (one == null) {
                    return null;
                }
                numbers.add(one.toPlainString());
            }
            return text(numbers);
        });
    }

    private static DataType<?> array(DataType<?> element) {
        return element.getArrayDataType();
    }

    /** An array as PostgreSQL writes it; null for one without elements. */
    private static @Nullable String text(List<Object> elements) {
        return elements.isEmpty()
                ? null
                : elements.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static void put(
            Map<String, Column> columns,
            String name,
            DataType<?> type,
            List<Row> rows,
            Function<Row, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(value.apply(row)));
        columns.put(name, new Column(name, type, values));
    }
}
