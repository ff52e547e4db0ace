package bizops.report.cube;

import bizops.report.source.CubeFile;
import bizops.report.source.SumColumn;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a cube's query returned, column by column. Immutable.
 *
 * @param dimensions by name, in the order declared
 * @param sums by name
 * @param values whole numbers of each row, null where there is none, by name
 * @param immature rows that are not mature yet; null if the cube does not say; not to be changed
 * @param cells the columns to list, in order; empty unless it is a cube of rows
 * @param missing why there are no rows; null if they were read
 */
public record CubeData(
        CubeFile file,
        int rows,
        Map<String, Dimension> dimensions,
        Map<String, SumData> sums,
        Map<String, List<@Nullable Long>> values,
        @Nullable BitSet immature,
        List<Cells> cells,
        @Nullable String missing) {
    /** The dimension that the period filter looks at. */
    public static final String MONTH = "month";

    /** A cube without rows, and why. */
    static CubeData missing(CubeFile file, String why) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        file.dimensions().forEach(name -> dimensions.put(name, Dimension.empty()));
        Map<String, SumData> sums = new LinkedHashMap<>();
        for (SumColumn sum : file.sums()) {
            sums.put(sum.name(), SumData.of(sum, List.<BigDecimal>of()));
        }
        Map<String, List<@Nullable Long>> values = new LinkedHashMap<>();
        file.values().forEach(name -> values.put(name, List.of()));
        List<Cells> cells = file.columns().entrySet().stream()
                .map(column -> new Cells(column.getKey(), column.getValue(), Cells.Type.TEXT, List.of()))
                .toList();
        return new CubeData(
                file, 0, dimensions, sums, values, file.immature() == null ? null : new BitSet(), cells, why);
    }

    /**
     * The same with these columns only: rows that differ in nothing else are added up, an unknown sum stays unknown only
     * where all are.
     */
    public CubeData only(Set<String> keptDimensions, Set<String> keptSums, Set<String> keptValues) {
        return new Reduction(this, keptDimensions, keptValues).with(keptSums);
    }

    /** A cube of rows with the first of them only, in their order. */
    public CubeData first(int count) {
        if (rows <= count) {
            return this;
        }
        Map<String, Dimension> cut = new LinkedHashMap<>();
        dimensions.forEach((name, dimension) -> cut.put(name, dimension.first(count)));
        List<Cells> kept = cells.stream()
                .map(each -> new Cells(
                        each.name(), each.title(), each.type(), each.values().subList(0, count)))
                .toList();
        return new CubeData(file, count, cut, Map.of(), Map.of(), null, kept, missing);
    }

    /** A sum by its name. */
    public SumData sum(String name) {
        return there(sums.get(name), name);
    }

    /** A column of values by its name. */
    public List<@Nullable Long> values(String name) {
        return there(values.get(name), name);
    }

    private <T> T there(@Nullable T column, String name) {
        if (column == null) {
            throw new IllegalArgumentException("cube " + file.name() + " has no column " + name);
        }
        return column;
    }

    /** The months that rows have. */
    public List<YearMonth> months() {
        Dimension month = dimensions.get(MONTH);
        return month == null
                ? List.of()
                : month.keys().stream()
                        .filter(Objects::nonNull)
                        .map(YearMonth::parse)
                        .toList();
    }
}
