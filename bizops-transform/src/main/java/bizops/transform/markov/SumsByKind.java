package bizops.transform.markov;

import bizops.transform.compute.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /** The groups of one kind, by the numbers of campaigns and channels. */
    static final class Groups {
        private final List<@Nullable Sum> campaigns = new ArrayList<>();
        private final List<@Nullable Series> channels = new ArrayList<>();
        private long linearEvents;

        void add(int campaign, int channel, int eventDay, int touchDay, Touch touch) {
            add(at(campaigns, campaign, Sum::new), touch);
            Series series = at(channels, channel, Series::new);
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

        private static <T> T at(List<@Nullable T> known, int number, Supplier<T> none) {
            T one = number < known.size() ? known.get(number) : null;
            if (one != null) {
                return one;
            }
            while (known.size() <= number) {
                known.add(null);
            }
            T first = none.get();
            known.set(number, first);
            return first;
        }
    }

    Groups of(Kind kind) {
        return groups.computeIfAbsent(kind, first -> new Groups());
    }

    /** @param series none of a campaign */
    private record Row(
            String dimension,
            String group,
            Kind kind,
            Sum all,
            @Nullable Series series,
            @Nullable Long linearEvents) {}

    List<Column> columns(Names campaigns, Names channels) {
        List<Row> rows = new ArrayList<>();
        groups.forEach((kind, found) -> {
            Series total = new Series();
            each(
                    found.campaigns,
                    (number, sum) -> rows.add(new Row("campaign", campaigns.name(number), kind, sum, null, null)));
            each(found.channels, (number, series) -> {
                total.add(series);
                rows.add(new Row("channel", channels.name(number), kind, series.all(), series, null));
            });
            rows.add(new Row("total", "total", kind, total.all(), total, found.linearEvents));
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
        put(columns, "w_markov", SQLDataType.NUMERIC, rows, row -> row.all().weight());
        put(columns, "c_markov", SQLDataType.NUMERIC, rows, row -> row.all().credit());
        put(columns, "m_markov", SQLDataType.NUMERIC, rows, row -> row.all().margin());
        days(columns, "calendar", rows, Series::calendar);
        days(columns, "cohort", rows, Series::cohort);
        return List.copyOf(columns.values());
    }

    private static <T> void each(List<@Nullable T> known, BiConsumer<Integer, T> action) {
        for (int number = 0; number < known.size(); number++) {
            T one = known.get(number);
            if (one != null) {
                action.accept(number, one);
            }
        }
    }

    private static void days(
            Map<String, Column> columns, String basis, List<Row> rows, Function<Series, SortedMap<Integer, Sum>> kept) {
        Function<Row, SortedMap<Integer, Sum>> days = row -> {
            Series series = row.series();
            return series == null ? Collections.emptySortedMap() : kept.apply(series);
        };
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
