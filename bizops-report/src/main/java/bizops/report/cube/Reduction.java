package bizops.report.cube;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cube with some of its columns only: rows that differ in nothing else are added up. Owned by one thread. */
final class Reduction {
    private final CubeData cube;
    private final Map<String, Dimension> dimensions;
    private final Map<String, List<@Nullable Long>> values;
    private final List<List<Integer>> groups;

    Reduction(CubeData cube, Set<String> keptDimensions, Set<String> keptValues) {
        this.cube = cube;
        this.dimensions = only(cube.dimensions(), keptDimensions);
        this.values = only(cube.values(), keptValues);
        // Ordered by codes: the same data gives the same page, and runs of equal codes compress well.
        Map<long[], List<Integer>> found = new TreeMap<>(Arrays::compare);
        for (int row = 0; row < cube.rows(); row++) {
            found.computeIfAbsent(identity(row), each -> new ArrayList<>()).add(row);
        }
        this.groups = List.copyOf(found.values());
    }

    CubeData with(Set<String> sums) {
        Map<String, Dimension> grouped = new LinkedHashMap<>();
        dimensions.forEach((name, dimension) -> grouped.put(
                name,
                new Dimension(
                        dimension.keys(),
                        dimension.labels(),
                        groups.stream()
                                .mapToInt(rows -> dimension.codes()[rows.get(0)])
                                .toArray(),
                        dimension.numeric())));
        Map<String, SumData> added = new LinkedHashMap<>();
        only(cube.sums(), sums).forEach((name, sum) -> added.put(name, added(sum)));
        Map<String, List<@Nullable Long>> taken = new LinkedHashMap<>();
        values.forEach((name, column) -> {
            List<@Nullable Long> own = new ArrayList<>();
            groups.forEach(rows -> own.add(column.get(rows.get(0))));
            taken.put(name, own);
        });
        return new CubeData(cube.file(), groups.size(), grouped, added, taken, immature(), List.of(), cube.missing());
    }

    private SumData added(SumData sum) {
        List<@Nullable BigDecimal> totals = new ArrayList<>();
        for (List<Integer> rows : groups) {
            totals.add(rows.stream()
                    .map(sum::at)
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal::add)
                    .orElse(null));
        }
        return SumData.of(sum.column(), totals);
    }

    private @Nullable BitSet immature() {
        if (cube.immature() == null) {
            return null;
        }
        BitSet marked = new BitSet();
        for (int group = 0; group < groups.size(); group++) {
            marked.set(group, cube.immature().get(groups.get(group).get(0)));
        }
        return marked;
    }

    /** Codes, values with their presence, and the mark. */
    private long[] identity(int row) {
        long[] identity = new long[dimensions.size() + 2 * values.size() + 1];
        int at = 0;
        for (Dimension dimension : dimensions.values()) {
            identity[at++] = dimension.codes()[row];
        }
        for (List<@Nullable Long> column : values.values()) {
            Long value = column.get(row);
            identity[at++] = value == null ? 0 : 1;
            identity[at++] = value == null ? 0 : value;
        }
        identity[at] = cube.immature() != null && cube.immature().get(row) ? 1 : 0;
        return identity;
    }

    private static <T> Map<String, T> only(Map<String, T> all, Collection<String> names) {
        Map<String, T> kept = new LinkedHashMap<>();
        all.forEach((name, each) -> {
            if (names.contains(name)) {
                kept.put(name, each);
            }
        });
        return kept;
    }
}
