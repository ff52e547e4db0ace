package bizops.report.view;

import bizops.report.cube.CubeData;
import bizops.report.cube.Dimension;
import bizops.report.source.Filter;
import bizops.report.source.Tile;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a cube a tile takes: the page's filters but those that it ignores, its own in their place. Immutable.
 *
 * @param period null for all time
 * @param keys those let through, by dimension
 */
record Scope(@Nullable MonthRange period, Map<String, Set<@Nullable String>> keys) {
    static Scope of(Tile tile, Set<Filter> offered, Selection selection) {
        Map<String, Set<@Nullable String>> keys = new HashMap<>();
        for (Filter filter : Filter.values()) {
            String fixed = tile.where().get(filter.key());
            Set<@Nullable String> chosen = selection.chosen().get(filter);
            if (fixed != null) {
                keys.put(filter.dimension(), Set.of(fixed));
            } else if (chosen != null
                    && offered.contains(filter)
                    && !tile.ignore().contains(filter.key())) {
                keys.put(filter.dimension(), chosen);
            }
        }
        boolean timed = offered.contains(Filter.PERIOD) && !tile.ignore().contains(Filter.PERIOD.key());
        return new Scope(timed ? selection.period() : null, keys);
    }

    /** The same in other months. */
    Scope in(@Nullable MonthRange other) {
        return new Scope(other, keys);
    }

    /** Only what it says of one filter. */
    Scope onlyOf(Filter filter) {
        Set<@Nullable String> chosen = keys.get(filter.dimension());
        return new Scope(null, chosen == null ? Map.of() : Map.of(filter.dimension(), chosen));
    }

    /** The rows that pass. */
    BitSet rows(CubeData cube) {
        BitSet passing = new BitSet(cube.rows());
        passing.set(0, cube.rows());
        cube.dimensions().forEach((name, dimension) -> {
            BitSet codes = codes(name, dimension, cube.file().every().contains(name));
            if (codes.cardinality() < dimension.keys().size()) {
                int[] rows = dimension.codes();
                for (int row = 0; row < rows.length; row++) {
                    if (!codes.get(rows[row])) {
                        passing.clear(row);
                    }
                }
            }
        });
        return passing;
    }

    private BitSet codes(String name, Dimension dimension, boolean every) {
        BitSet codes = new BitSet();
        for (int code = 0; code < dimension.keys().size(); code++) {
            String key = dimension.keys().get(code);
            codes.set(code, (key == null && every) || passes(name, key));
        }
        return codes;
    }

    private boolean passes(String name, @Nullable String key) {
        if (name.equals(CubeData.MONTH) && period != null && (key == null || !period.has(YearMonth.parse(key)))) {
            return false;
        }
        Set<@Nullable String> chosen = keys.get(name);
        return chosen == null || has(chosen, key);
    }

    /** Immutable sets of the JDK do not answer for null. */
    private static boolean has(Set<@Nullable String> chosen, @Nullable String key) {
        return key == null ? chosen.stream().anyMatch(each -> each == null) : chosen.contains(key);
    }
}
