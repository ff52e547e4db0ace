package bizops.report.view;

import bizops.report.cube.CubeData;
import bizops.report.cube.Dimension;
import bizops.report.cube.KeyOrder;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One dimension that makes rows or columns of a tile, as its cubes know it. Owned by one computation. */
final class Axis {
    static final String PERIOD = "period";

    private final String name;
    private final Grain grain;
    private final @Nullable Buckets buckets;
    private final Map<@Nullable String, String> labels = new HashMap<>();
    private boolean numeric = true;

    Axis(String name, Grain grain, @Nullable Buckets buckets, List<CubeData> cubes) {
        this.name = name;
        this.grain = name.equals(PERIOD) ? grain : Grain.MONTH;
        this.buckets = buckets;
        for (CubeData cube : cubes) {
            Dimension dimension = of(cube);
            numeric &= dimension.numeric() || dimension.keys().isEmpty();
            for (int code = 0; code < dimension.keys().size(); code++) {
                labels.putIfAbsent(
                        dimension.keys().get(code), dimension.labels().get(code));
            }
        }
    }

    /** Whether its keys are periods, which have no holes. */
    boolean isTime() {
        return name.equals(PERIOD) || name.equals(CubeData.MONTH);
    }

    /** Where the rows with each code of a cube belong. */
    Step[] steps(CubeData cube) {
        Dimension dimension = of(cube);
        boolean every = cube.file().every().contains(dimensionName());
        Step[] steps = new Step[dimension.keys().size()];
        for (int code = 0; code < steps.length; code++) {
            String key = dimension.keys().get(code);
            steps[code] = key == null && every ? Step.EVERY : step(key);
        }
        return steps;
    }

    int[] codes(CubeData cube) {
        return of(cube).codes();
    }

    String label(@Nullable String key) {
        return key == null ? Dimension.UNKNOWN : labels.getOrDefault(key, key);
    }

    /** The order in which keys stand, null last. */
    Comparator<@Nullable String> order() {
        if (isTime()) {
            return Comparator.nullsLast(Comparator.naturalOrder());
        }
        if (buckets != null) {
            return Comparator.comparingInt(buckets.names()::indexOf);
        }
        Comparator<KeyOrder.Labelled> order = KeyOrder.of(numeric);
        return (one, other) ->
                order.compare(new KeyOrder.Labelled(one, label(one)), new KeyOrder.Labelled(other, label(other)));
    }

    /** The keys that stand beside those found, so that there are no holes. */
    List<String> filling(Iterable<@Nullable String> found) {
        return buckets != null ? buckets.names() : isTime() ? periods(found) : List.of();
    }

    /** The first month of a period; null for rows without one. */
    static @Nullable YearMonth firstMonth(@Nullable String key) {
        if (key == null) {
            return null;
        }
        if (key.length() == 4) {
            return YearMonth.of(Integer.parseInt(key), 1);
        }
        return key.charAt(5) == 'Q'
                ? YearMonth.of(Integer.parseInt(key.substring(0, 4)), 3 * (key.charAt(6) - '1') + 1)
                : YearMonth.parse(key);
    }

    /** The period that a month is in. */
    String period(YearMonth month) {
        return grain.key(month);
    }

    /** The last month of a period that begins so. */
    YearMonth lastMonth(YearMonth first) {
        return grain.next(first).minusMonths(1);
    }

    private List<String> periods(Iterable<@Nullable String> found) {
        TreeSet<YearMonth> firsts = new TreeSet<>();
        for (String key : found) {
            YearMonth first = firstMonth(key);
            if (first != null) {
                firsts.add(first);
            }
        }
        List<String> periods = new ArrayList<>();
        if (!firsts.isEmpty()) {
            for (YearMonth month = firsts.first(); !month.isAfter(firsts.last()); month = grain.next(month)) {
                periods.add(period(month));
            }
        }
        return periods;
    }

    private Step step(@Nullable String key) {
        if (key == null) {
            return buckets == null && !isTime() ? Step.of(null) : Step.NONE;
        }
        if (buckets != null) {
            return Step.of(buckets.of(key));
        }
        return Step.of(isTime() ? period(YearMonth.parse(key)) : key);
    }

    private Dimension of(CubeData cube) {
        Dimension dimension = cube.dimensions().get(dimensionName());
        if (dimension == null) {
            throw new IllegalArgumentException("cube " + cube.file().name() + " has no dimension " + dimensionName());
        }
        return dimension;
    }

    private String dimensionName() {
        return isTime() ? CubeData.MONTH : name;
    }
}
