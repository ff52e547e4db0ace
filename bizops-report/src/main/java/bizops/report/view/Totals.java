package bizops.report.view;

import bizops.report.cube.CubeData;
import bizops.report.formula.Formula;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All sums and distributions of a tile, by row and column, totals among them. Owned by one computation. */
final class Totals {
    private final Side rows;
    private final Side columns;
    private final Map<Formula.Sum, Adding> sums = new HashMap<>();
    private final Map<Formula.Median, Map<Integer, NavigableMap<Long, BigDecimal>>> medians = new HashMap<>();
    /** The sums that count what others lack, by these. */
    private final Map<Formula.Sum, Formula.Sum> lackings = new LinkedHashMap<>();

    private final BitSet immature = new BitSet();
    private final Set<String> unread = new HashSet<>();

    Totals(Used used, List<Passing> passing, Side rows, Side columns) {
        this.rows = rows;
        this.columns = columns;
        for (Passing part : passing) {
            add(used, part);
            if (part.cube().missing() != null) {
                unread.add(part.cube().file().name());
            }
        }
    }

    /** Whether a cube is without rows only because it could not be read. */
    boolean isUnread(String cube) {
        return unread.contains(cube);
    }

    /** A sum at a place; null where it is unknown. */
    @Nullable
    BigDecimal sum(Formula.Sum sum, int row, int column) {
        Adding adding = sums.get(sum);
        if (adding == null) {
            throw new IllegalArgumentException("not added up: " + sum);
        }
        return adding.at(cell(row, column));
    }

    /** How often each value is there. */
    NavigableMap<Long, BigDecimal> values(Formula.Median median, int row, int column) {
        return medians.getOrDefault(median, Map.of()).getOrDefault(cell(row, column), new TreeMap<>());
    }

    /** Whether a figure of a row may still change. */
    boolean isImmature(int row) {
        return immature.get(row);
    }

    /** The sums of a row that are known in part only. */
    List<String> incomplete(int row) {
        return lackings.entrySet().stream()
                .filter(each -> sum(each.getKey(), row, columns.total()) != null)
                .filter(each -> isPositive(sum(each.getValue(), row, columns.total())))
                .map(each -> each.getKey().column())
                .distinct()
                .toList();
    }

    private static boolean isPositive(@Nullable BigDecimal value) {
        return value != null && value.signum() > 0;
    }

    private void add(Used used, Passing part) {
        CubeData cube = part.cube();
        String name = cube.file().name();
        List<Formula.Sum> own =
                used.sums().stream().filter(sum -> sum.cube().equals(name)).toList();
        own.forEach(sum -> {
            String lacking = cube.sum(sum.column()).column().lacking();
            if (lacking != null) {
                lackings.put(sum, new Formula.Sum(name, lacking));
            }
        });
        List<Formula.Sum> added = Stream.concat(own.stream(), lackings.values().stream())
                .filter(sum -> sum.cube().equals(name))
                .distinct()
                .toList();
        added.forEach(sum -> sums.put(sum, new Adding(cube.sum(sum.column()), cells())));
        List<Formula.Median> taken = used.medians().stream()
                .filter(median -> median.cube().equals(name))
                .toList();
        Side.Steps across = columns.steps(cube);
        Side.Steps down = rows.steps(cube);
        MonthEnds ends = new MonthEnds(part, rows, columns);
        part.rows().stream().forEach(cubeRow -> {
            for (int row : down.places(cubeRow)) {
                if (cube.immature() != null && cube.immature().get(cubeRow)) {
                    immature.set(row);
                }
                for (int column : across.places(cubeRow)) {
                    for (Formula.Sum sum : added) {
                        Adding adding = sums.get(sum);
                        if (adding != null && ends.counts(adding.data().column(), cubeRow, row, column)) {
                            adding.add(cell(row, column), cubeRow);
                        }
                    }
                    taken.forEach(median -> take(median, cube, cubeRow, cell(row, column)));
                }
            }
        });
    }

    private void take(Formula.Median median, CubeData cube, int cubeRow, int cell) {
        Long value = cube.values(median.values()).get(cubeRow);
        BigDecimal count = cube.sum(median.count()).at(cubeRow);
        if (value != null && count != null && count.signum() > 0) {
            medians.computeIfAbsent(median, each -> new HashMap<>())
                    .computeIfAbsent(cell, each -> new TreeMap<>())
                    .merge(value, count, BigDecimal::add);
        }
    }

    private int cell(int row, int column) {
        return row * (columns.size() + 1) + column;
    }

    private int cells() {
        return (rows.size() + 1) * (columns.size() + 1);
    }
}
