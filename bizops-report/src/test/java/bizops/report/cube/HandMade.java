package bizops.report.cube;

import bizops.report.source.CubeFile;
import bizops.report.source.Place;
import bizops.report.source.SumColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cubes without a database. */
public final class HandMade {
    private HandMade() {}

    /**
     * A row of a cube. Immutable.
     *
     * @param keys by dimension; null for none
     * @param sums by name; null is unknown
     * @param values by name
     */
    public record Row(
            Map<String, @Nullable String> keys,
            Map<String, @Nullable BigDecimal> sums,
            Map<String, @Nullable Long> values,
            boolean immature) {}

    /** A cube's file with nothing but what a computation looks at. */
    public static CubeFile file(
            String name, List<String> dimensions, Set<String> every, List<SumColumn> sums, List<String> values) {
        return new CubeFile(
                name,
                "rows of " + name,
                "select",
                dimensions,
                Map.of(),
                every,
                sums,
                values,
                "immature",
                Map.of(),
                Set.of(),
                false,
                false,
                null,
                new Place("cubes/" + name + ".sql", 1));
    }

    /**
     * A cube of these rows.
     *
     * @param numeric dimensions whose keys are numbers
     * @param labels what is shown for a key; the key itself where none is given
     */
    public static CubeData cube(CubeFile file, Set<String> numeric, Map<String, String> labels, List<Row> rows) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (String name : file.dimensions()) {
            List<@Nullable String> keys = new ArrayList<>();
            rows.forEach(row -> {
                if (!keys.contains(row.keys().get(name))) {
                    keys.add(row.keys().get(name));
                }
            });
            Comparator<KeyOrder.Labelled> order = KeyOrder.of(numeric.contains(name));
            keys.sort((one, other) -> order.compare(labelled(one, labels), labelled(other, labels)));
            dimensions.put(
                    name,
                    new Dimension(
                            keys,
                            keys.stream()
                                    .map(key -> labelled(key, labels).label())
                                    .toList(),
                            rows.stream()
                                    .mapToInt(row -> keys.indexOf(row.keys().get(name)))
                                    .toArray(),
                            numeric.contains(name)));
        }
        Map<String, SumData> sums = new LinkedHashMap<>();
        file.sums().forEach(sum -> {
            List<@Nullable BigDecimal> column = new ArrayList<>();
            rows.forEach(row -> column.add(row.sums().get(sum.name())));
            sums.put(sum.name(), SumData.of(sum, column));
        });
        Map<String, List<@Nullable Long>> values = new LinkedHashMap<>();
        file.values().forEach(name -> {
            List<@Nullable Long> column = new ArrayList<>();
            rows.forEach(row -> column.add(row.values().get(name)));
            values.put(name, column);
        });
        BitSet immature = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            immature.set(i, rows.get(i).immature());
        }
        return new CubeData(file, rows.size(), dimensions, sums, values, immature, List.of(), null);
    }

    private static KeyOrder.Labelled labelled(@Nullable String key, Map<String, String> labels) {
        return new KeyOrder.Labelled(key, key == null ? Dimension.UNKNOWN : labels.getOrDefault(key, key));
    }
}
