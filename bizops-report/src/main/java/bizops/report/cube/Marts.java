package bizops.report.cube;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that is read of one build. Immutable.
 *
 * @param cubes by name
 * @param comments of the marts' columns, by {@code table.column}
 */
public record Marts(BuildInfo build, Map<String, CubeData> cubes, Map<String, String> comments) {
    public Marts {
        cubes = Map.copyOf(cubes);
        comments = Map.copyOf(comments);
    }

    public CubeData cube(String name) {
        CubeData cube = cubes.get(name);
        if (cube == null) {
            throw new IllegalArgumentException("no cube " + name);
        }
        return cube;
    }

    /** Every month from the first to the last of any cube; empty where none has a month. */
    public List<YearMonth> months() {
        TreeSet<YearMonth> months = new TreeSet<>();
        cubes.values().forEach(cube -> months.addAll(cube.months()));
        if (months.isEmpty()) {
            return List.of();
        }
        return Stream.iterate(months.first(), month -> !month.isAfter(months.last()), month -> month.plusMonths(1))
                .toList();
    }
}
