package bizops.report.drive;

import bizops.report.formula.Formula;
import bizops.report.source.Measure;
import bizops.report.source.SumColumn;
import bizops.report.source.Tile;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tile under one setting, out of groups that the database has made. Owned by one thread. */
final class OracleTile {
    private final Connection connection;
    private final Map<String, OracleCube> cubes;
    private final Map<String, @Nullable BigDecimal> constants;
    private final Map<String, Measure> measures;
    private final Tile tile;
    private final Setting setting;
    private final Map<String, OracleGroups> read = new TreeMap<>();

    OracleTile(
            Connection connection,
            Map<String, OracleCube> cubes,
            Map<String, @Nullable BigDecimal> constants,
            Map<String, Measure> measures,
            Tile tile,
            Setting setting) {
        this.connection = connection;
        this.cubes = cubes;
        this.constants = constants;
        this.measures = measures;
        this.tile = tile;
        this.setting = setting;
    }

    /** A figure of the whole selection; null for a gap. */
    @Nullable
    BigDecimal whole(String measure) {
        return OracleFormula.of(formula(measure), new Cell(List.of(), List.of(), null));
    }

    /** Whether a measure's sums are whole in all rows of the model. */
    boolean isWhole(String measure) throws SQLException {
        for (Formula.Sum sum : OracleNeeds.sums(formula(measure))) {
            String sql = cube(sum.cube()).isWhole(sum.column(), tile, setting);
            if (!OracleQuery.isTrue(connection, sql)) {
                return false;
            }
        }
        return true;
    }

    /** Figures by keys of row and column and measure, and those of the totals; null for a gap. */
    Map<String, @Nullable BigDecimal> table() throws SQLException {
        List<String> all = new ArrayList<>(tile.by());
        String across = tile.across();
        if (across != null) {
            all.add(across);
        }
        Set<List<String>> rows = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>();
        for (String name : OracleNeeds.cubes(tile, measures)) {
            OracleGroups groups = groups(name, all);
            rows.addAll(groups.keys(0, tile.by().size()));
            if (across != null) {
                groups.keys(tile.by().size(), all.size()).forEach(keys -> columns.add(keys.get(0)));
            }
        }
        List<List<String>> filled = tile.by().size() == 1
                ? OracleSteps.filled(
                                tile,
                                tile.by().get(0),
                                setting,
                                rows.stream().map(keys -> keys.get(0)).toList())
                        .stream()
                        .map(List::of)
                        .toList()
                : List.copyOf(rows);
        List<List<String>> filledColumns = across == null
                ? List.of(List.of())
                : OracleSteps.filled(tile, across, setting, List.copyOf(columns)).stream()
                        .map(List::of)
                        .toList();

        Map<String, @Nullable BigDecimal> figures = new LinkedHashMap<>();
        for (List<String> column : filledColumns) {
            Cell previous = null;
            for (List<String> row : tile.by().isEmpty() ? List.of(List.<String>of()) : filled) {
                List<String> keys = new ArrayList<>(row);
                keys.addAll(column);
                Cell cell = new Cell(all, keys, previous);
                put(figures, String.join("|", row), column, cell);
                previous = cell;
            }
            if (tile.total() && !tile.by().isEmpty() && !filled.isEmpty()) {
                put(figures, "total", column, new Cell(across == null ? List.of() : List.of(across), column, null));
            }
        }
        return figures;
    }

    private void put(Map<String, @Nullable BigDecimal> figures, String row, List<String> column, Cell cell) {
        for (String measure : tile.measures()) {
            String place = row + " / " + String.join("", column) + " / " + measure;
            figures.put(place, OracleFormula.of(formula(measure), cell));
        }
    }

    private Formula formula(String measure) {
        return OracleNeeds.measure(measures, measure).formula();
    }

    private OracleCube cube(String name) {
        OracleCube cube = cubes.get(name);
        if (cube == null) {
            throw new IllegalStateException("no cube " + name);
        }
        return cube;
    }

    private OracleGroups groups(String name, List<String> by) {
        return read.computeIfAbsent(
                name + by, id -> queried(cube(name), cube(name).groups(tile, setting, by), by));
    }

    private OracleGroups queried(OracleCube cube, String sql, List<String> by) {
        List<String> nulls = by.stream()
                .map(dimension -> cube.isEvery(dimension)
                        ? OracleGroups.EVERY
                        : tile.buckets().containsKey(dimension)
                                        || OracleCube.column(dimension).equals("month")
                                ? OracleGroups.NONE
                                : OracleGroups.NULL)
                .toList();
        try {
            return OracleGroups.read(connection, sql, nulls);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A cell: the groups by some dimensions that count for some keys. */
    private final class Cell implements OracleFormula.Inputs {
        private final List<String> by;
        private final List<String> keys;
        private final @Nullable Cell previous;

        Cell(List<String> by, List<String> keys, @Nullable Cell previous) {
            this.by = by;
            this.keys = keys;
            this.previous = previous;
        }

        @Override
        public @Nullable BigDecimal sum(String cube, String column) {
            BigDecimal sum = groups(cube, by).sum("s_" + column, keys);
            SumColumn of = cube(cube).sum(column);
            return sum == null && !of.unknown() && cube(cube).isThere() ? BigDecimal.ZERO : sum;
        }

        @Override
        public @Nullable BigDecimal median(String cube, String values, String count) {
            if (by.stream().anyMatch(cube(cube)::isEvery)) {
                throw new IllegalStateException("a median by a dimension of " + cube + " whose null is every value");
            }
            String sql = cube(cube).medians(tile, setting, by, values, count);
            OracleGroups medians = read.computeIfAbsent(cube + values + count + by, id -> queried(cube(cube), sql, by));
            return medians.sum("median", keys);
        }

        @Override
        public @Nullable BigDecimal constant(String name) {
            return constants.get(name);
        }

        @Override
        public OracleFormula.Inputs whole() {
            return new Cell(List.of(), List.of(), null);
        }

        @Override
        public OracleFormula.@Nullable Inputs previous() {
            return previous;
        }
    }
}
