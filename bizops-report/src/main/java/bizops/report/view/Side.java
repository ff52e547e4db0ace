package bizops.report.view;

import bizops.report.cube.CubeData;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a tile, or its columns: combinations of keys, in their order, and the total behind them. Owned by one
 * computation.
 */
final class Side {
    private final List<Axis> axes;
    private final List<List<@Nullable String>> lines;
    private final Map<List<@Nullable String>, Integer> places = new HashMap<>();
    private final Map<List<Step>, int[]> targets = new HashMap<>();

    /** The combinations that rows have which pass. */
    Side(List<Axis> axes, List<Passing> passing) {
        this.axes = axes;
        Set<List<@Nullable String>> found = new LinkedHashSet<>();
        for (Passing part : passing) {
            Steps steps = new Steps(part.cube());
            part.rows().stream()
                    .mapToObj(steps::of)
                    .filter(Side::isOne)
                    .map(Side::keys)
                    .forEach(found::add);
        }
        if (axes.size() == 1) {
            List<@Nullable String> keys = new ArrayList<>();
            found.forEach(line -> keys.add(line.get(0)));
            axes.get(0).filling(keys).forEach(key -> found.add(Arrays.asList(key)));
        }
        if (axes.isEmpty()) {
            // The one combination of no keys is there also where no row is.
            found.add(List.of());
        }
        this.lines = found.stream().sorted(order()).toList();
        for (int i = 0; i < lines.size(); i++) {
            places.put(lines.get(i), i);
        }
    }

    /** How many there are; the total stands behind the last. */
    int size() {
        return lines.size();
    }

    /** The place of the total. */
    int total() {
        return lines.size();
    }

    List<@Nullable String> keys(int place) {
        return lines.get(place);
    }

    List<String> labels(int place) {
        return IntStream.range(0, axes.size())
                .mapToObj(i -> axes.get(i).label(lines.get(place).get(i)))
                .toList();
    }

    /** The period of a line; null for the total, and where there are no periods. */
    @Nullable
    String period(int place) {
        int axis = timeAxis();
        return axis < 0 || place == total() ? null : lines.get(place).get(axis);
    }

    /** The months of a line's period; null where it has none. */
    @Nullable
    MonthRange months(int place) {
        YearMonth first = Axis.firstMonth(period(place));
        return first == null ? null : new MonthRange(first, axes.get(timeAxis()).lastMonth(first));
    }

    /** The period that a month is in; null where there are no periods. */
    @Nullable
    String period(YearMonth month) {
        int axis = timeAxis();
        return axis < 0 ? null : axes.get(axis).period(month);
    }

    Steps steps(CubeData cube) {
        return new Steps(cube);
    }

    private int timeAxis() {
        return IntStream.range(0, axes.size())
                .filter(i -> axes.get(i).isTime())
                .findFirst()
                .orElse(-1);
    }

    private Comparator<List<@Nullable String>> order() {
        List<Comparator<@Nullable String>> orders =
                axes.stream().map(Axis::order).toList();
        return (one, other) -> IntStream.range(0, orders.size())
                .map(i -> orders.get(i).compare(one.get(i), other.get(i)))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    }

    private static boolean isOne(List<Step> steps) {
        return steps.stream().allMatch(step -> step.kind() == Step.Kind.ONE);
    }

    private static List<@Nullable String> keys(List<Step> steps) {
        List<@Nullable String> keys = new ArrayList<>();
        steps.forEach(step -> keys.add(step.key()));
        return keys;
    }

    private int[] target(List<Step> steps) {
        if (steps.contains(Step.NONE)) {
            return new int[] {total()};
        }
        return IntStream.concat(
                        IntStream.range(0, lines.size()).filter(i -> isAt(lines.get(i), steps)), IntStream.of(total()))
                .toArray();
    }

    private static boolean isAt(List<@Nullable String> line, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.kind() == Step.Kind.ONE && !Objects.equals(step.key(), line.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Where the rows of one cube count. */
    final class Steps {
        private final List<Step[]> byCode = new ArrayList<>();
        private final List<int[]> codes = new ArrayList<>();

        private Steps(CubeData cube) {
            axes.forEach(axis -> {
                byCode.add(axis.steps(cube));
                codes.add(axis.codes(cube));
            });
        }

        private List<Step> of(int row) {
            Step[] steps = new Step[byCode.size()];
            Arrays.setAll(steps, i -> byCode.get(i)[codes.get(i)[row]]);
            return Arrays.asList(steps);
        }

        /** The places at which a row counts, the total among them. */
        int[] places(int row) {
            List<Step> steps = of(row);
            int[] known = targets.get(steps);
            if (known == null) {
                Integer place = places.get(keys(steps));
                known = isOne(steps) && place != null ? new int[] {place, total()} : target(steps);
                targets.put(steps, known);
            }
            return known;
        }
    }
}
