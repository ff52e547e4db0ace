package bizops.report.view;

import bizops.report.cube.HandMade.Row;
import bizops.report.formula.Formula;
import bizops.report.formula.Formula.Operation;
import bizops.report.source.CubeFile;
import bizops.report.source.Filter;
import bizops.report.source.Reasons;
import bizops.report.source.SiteFiles;
import bizops.report.source.SumColumn;
import bizops.report.source.SumColumn.Months;
import bizops.report.source.Tile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tile's figures by the words of the rules: each cell reads every row of its cubes anew. */
record Naive(
        SiteFiles files,
        Map<CubeFile, List<Row>> cubes,
        Map<String, @Nullable BigDecimal> constants,
        Tile tile,
        Selection selection) {

    /**
     * A place in the tile.
     *
     * @param row null for the total
     * @param column of one key; null for all columns together
     */
    record Spot(
            @Nullable List<@Nullable String> row, @Nullable List<@Nullable String> column) {
        static final Spot ALL = new Spot(null, null);
    }

    Rational at(Formula formula, Spot spot, List<List<@Nullable String>> rowsBefore) {
        if (formula instanceof Formula.Sum sum) {
            CubeFile file = file(sum.cube());
            BigDecimal total = sum(file, column(file, sum.column()), spot);
            return total == null ? unknown(sum.column()) : Rational.of(total);
        } else if (formula instanceof Formula.Median median) {
            return median(median, spot);
        } else if (formula instanceof Formula.Constant constant) {
            BigDecimal value = constants.get(constant.name());
            return value == null ? unknown("build." + constant.name()) : Rational.of(value);
        } else if (formula instanceof Formula.Literal literal) {
            return Rational.of(literal.value());
        } else if (formula instanceof Formula.Share share) {
            return over(
                    at(share.inner(), spot, rowsBefore), at(share.inner(), Spot.ALL, List.of()), share.inner(), null);
        } else if (formula instanceof Formula.Running running) {
            Rational sum = Rational.of(BigDecimal.ZERO);
            for (List<@Nullable String> row : rowsBefore) {
                sum = plus(sum, at(running.inner(), new Spot(row, spot.column()), List.of()));
            }
            return spot.row() == null
                    ? at(running.inner(), spot, List.of())
                    : plus(sum, at(running.inner(), spot, List.of()));
        }
        Operation operation = (Operation) formula;
        Rational left = at(operation.left(), spot, rowsBefore);
        Rational right = at(operation.right(), spot, rowsBefore);
        String gap = gap(left, right);
        return switch (operation.operator()) {
            case PLUS -> plus(left, right);
            case MINUS -> plus(left, new Rational(right.over().negate(), right.under(), right.gap()));
            case TIMES ->
                gap != null
                        ? Rational.gap(gap)
                        : Rational.of(
                                left.over().multiply(right.over()), left.under().multiply(right.under()));
            case OVER -> over(left, right, operation.right(), operation.gap());
        };
    }

    /** Rows of a cube that count at a place. */
    List<Row> rows(CubeFile file, Spot spot) {
        return Objects.requireNonNull(cubes.get(file)).stream()
                .filter(row -> passes(file, row))
                .filter(row -> spot.row() == null || isAt(file, row, tile.by(), spot.row()))
                .filter(row -> spot.column() == null || isAt(file, row, across(), spot.column()))
                .toList();
    }

    List<String> across() {
        return tile.across() == null ? List.of() : List.of(tile.across());
    }

    boolean passes(CubeFile file, Row row) {
        return Stream.of(Filter.values())
                .filter(filter -> file.dimensions().contains(filter.dimension()))
                .allMatch(filter -> {
                    String key = row.keys().get(filter.dimension());
                    return (key == null && file.every().contains(filter.dimension()))
                            || chosen(filter).test(key);
                });
    }

    private Predicate<@Nullable String> chosen(Filter filter) {
        if (tile.where().containsKey(filter.key())) {
            return key -> Objects.equals(key, tile.where().get(filter.key()));
        }
        if (tile.ignore().contains(filter.key())) {
            return key -> true;
        }
        if (filter == Filter.PERIOD) {
            MonthRange period = selection.period();
            return key -> period == null
                    || (key != null
                            && key.compareTo(period.from().toString()) >= 0
                            && key.compareTo(period.to().toString()) <= 0);
        }
        return key -> !selection.chosen().containsKey(filter)
                || new ArrayList<>(selection.chosen().get(filter)).contains(key);
    }

    /** The key that a row has on an axis; {@code "all"} for every, {@code "none"} for none. */
    Step step(CubeFile file, Row row, String axis) {
        boolean time = axis.equals("period") || axis.equals("month");
        String dimension = time ? "month" : axis;
        String key = row.keys().get(dimension);
        if (key == null) {
            boolean none = time || tile.buckets().containsKey(axis);
            return file.every().contains(dimension) ? Step.EVERY : none ? Step.NONE : Step.of(null);
        }
        if (tile.buckets().containsKey(axis)) {
            return Step.of(bucket(Integer.parseInt(key), tile.buckets().get(axis)));
        }
        return Step.of(axis.equals("period") ? period(key) : key);
    }

    private static String bucket(int number, List<Integer> bounds) {
        return number <= bounds.get(0)
                ? "0–" + bounds.get(0)
                : number <= bounds.get(1) ? (bounds.get(0) + 1) + "–" + bounds.get(1) : "over " + bounds.get(1);
    }

    /** The period of a month under the grain chosen. */
    String period(String month) {
        int number = Integer.parseInt(month.substring(5));
        return switch (selection.grain()) {
            case MONTH -> month;
            case QUARTER -> month.substring(0, 5) + "Q" + (number < 4 ? 1 : number < 7 ? 2 : number < 10 ? 3 : 4);
            case YEAR -> month.substring(0, 4);
        };
    }

    private boolean isAt(CubeFile file, Row row, List<String> axes, List<@Nullable String> keys) {
        for (int i = 0; i < axes.size(); i++) {
            Step step = step(file, row, axes.get(i));
            if (step.kind() == Step.Kind.NONE
                    || (step.kind() == Step.Kind.ONE && !Objects.equals(step.key(), keys.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable BigDecimal sum(CubeFile file, SumColumn sum, Spot spot) {
        List<Row> rows = rows(file, spot);
        YearMonth end = end(file, sum.months(), spot);
        List<BigDecimal> known = rows.stream()
                .filter(row -> sum.months() == Months.ALL || isIn(row, end))
                .map(row -> row.sums().get(sum.name()))
                .filter(Objects::nonNull)
                .toList();
        return known.isEmpty() && sum.unknown() ? null : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isIn(Row row, @Nullable YearMonth end) {
        String month = row.keys().get("month");
        return month == null || (end != null && month.equals(end.toString()));
    }

    /** The first or the last month that the cube has in the place's periods. */
    private @Nullable YearMonth end(CubeFile file, Months which, Spot spot) {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (Row row : rows(file, Spot.ALL)) {
            String month = row.keys().get("month");
            if (month != null
                    && isOfPeriod(file, row, tile.by(), spot.row())
                    && isOfPeriod(file, row, across(), spot.column())) {
                months.add(YearMonth.parse(month));
            }
        }
        return months.isEmpty() ? null : which == Months.FIRST ? months.first() : months.last();
    }

    private boolean isOfPeriod(CubeFile file, Row row, List<String> axes, @Nullable List<@Nullable String> keys) {
        for (int i = 0; keys != null && i < axes.size(); i++) {
            boolean time = axes.get(i).equals("period") || axes.get(i).equals("month");
            if (time && !step(file, row, axes.get(i)).equals(Step.of(keys.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private Rational median(Formula.Median median, Spot spot) {
        List<Long> all = new ArrayList<>();
        for (Row row : rows(file(median.cube()), spot)) {
            Long value = row.values().get(median.values());
            BigDecimal count = row.sums().get(median.count());
            for (int i = 0; value != null && count != null && i < count.intValueExact(); i++) {
                all.add(value);
            }
        }
        all.sort(null);
        if (all.isEmpty()) {
            Reasons reasons = files.reasons().get(median.count());
            return Rational.gap(reasons == null || reasons.zero() == null ? "no values" : reasons.zero());
        }
        long twice = all.get((all.size() - 1) / 2) + all.get(all.size() / 2);
        return Rational.of(BigInteger.valueOf(twice), BigInteger.TWO);
    }

    private static @Nullable String gap(Rational left, Rational right) {
        return left.gap() != null ? left.gap() : right.gap();
    }

    private static Rational plus(Rational left, Rational right) {
        String gap = gap(left, right);
        return gap != null
                ? Rational.gap(gap)
                : Rational.of(
                        left.over().multiply(right.under()).add(right.over().multiply(left.under())),
                        left.under().multiply(right.under()));
    }

    private Rational over(Rational left, Rational right, Formula divisor, @Nullable String own) {
        String gap = gap(left, right);
        if (gap != null) {
            return Rational.gap(gap);
        }
        if (right.over().signum() == 0) {
            Reasons reasons =
                    divisor instanceof Formula.Sum sum ? files.reasons().get(sum.column()) : null;
            String zero = reasons == null ? null : reasons.zero();
            return Rational.gap(zero != null ? zero : own != null ? own : "the divisor is 0");
        }
        return Rational.of(left.over().multiply(right.under()), left.under().multiply(right.over()));
    }

    private Rational unknown(String name) {
        Reasons reasons = files.reasons().get(name);
        return Rational.gap(reasons == null || reasons.unknown() == null ? "unknown" : reasons.unknown());
    }

    private CubeFile file(String name) {
        return Objects.requireNonNull(files.cubes().get(name));
    }

    private static SumColumn column(CubeFile file, String name) {
        return file.sums().stream()
                .filter(sum -> sum.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
