package bizops.report.page;

import bizops.report.cube.CubeData;
import bizops.report.cube.Dimension;
import bizops.report.cube.Marts;
import bizops.report.formula.Formula;
import bizops.report.source.Filter;
import bizops.report.source.Measure;
import bizops.report.source.PageFile;
import bizops.report.source.SiteFiles;
import bizops.report.source.Sort;
import bizops.report.source.SumColumn;
import bizops.report.source.Tile;
import bizops.report.view.Used;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page needs of a site. Immutable.
 *
 * @param measures of its tiles, each once
 * @param cubes of these measures and of its lists, by name
 * @param offered its filters
 */
record PageContent(PageFile page, List<Measure> measures, Used used, Map<String, CubeData> cubes, Set<Filter> offered) {

    static PageContent of(SiteFiles files, Marts marts, PageFile page) {
        List<Measure> measures = page.tiles()
                .flatMap(tile -> names(tile))
                .distinct()
                .map(name -> Objects.requireNonNull(files.measures().get(name), name))
                .toList();
        Used used = Used.of(measures.stream().map(Measure::formula).toList());
        Map<String, CubeData> cubes = new LinkedHashMap<>();
        Stream.concat(used.cubes().stream(), page.lists()).forEach(name -> cubes.put(name, marts.cube(name)));
        return new PageContent(page, measures, used, cubes, offered(page, cubes));
    }

    private static Stream<String> names(Tile tile) {
        return Stream.concat(
                tile.measures().stream(), Stream.ofNullable(tile.sort()).map(Sort::measure));
    }

    private static Set<Filter> offered(PageFile page, Map<String, CubeData> cubes) {
        Set<Filter> offered = EnumSet.noneOf(Filter.class);
        Arrays.stream(Filter.values())
                .filter(filter -> page.filters() == null || page.filters().contains(filter.key()))
                .filter(filter -> cubes.values().stream().anyMatch(cube -> hasValues(cube, filter.dimension())))
                .forEach(offered::add);
        return offered;
    }

    /** Whether there is anything to choose from. */
    private static boolean hasValues(CubeData cube, String name) {
        Dimension dimension = cube.dimensions().get(name);
        return dimension != null
                && dimension.keys().stream()
                        .anyMatch(key -> key != null || !cube.file().every().contains(name));
    }

    /** A cube with what the page uses of it; a cube of rows with the first of them, if they are very many. */
    CubeData reduced(CubeData cube) {
        String name = cube.file().name();
        if (cube.file().isRows()) {
            return LongList.inPage(cube);
        }
        Set<String> sums = used.sums().stream()
                .filter(sum -> sum.cube().equals(name))
                .map(Formula.Sum::column)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List.copyOf(sums)
                .forEach(sum ->
                        Stream.ofNullable(cube.sum(sum).column().lacking()).forEach(sums::add));
        Set<String> values = new LinkedHashSet<>();
        used.medians().stream().filter(median -> median.cube().equals(name)).forEach(median -> {
            values.add(median.values());
            sums.add(median.count());
        });
        return cube.only(dimensions(), sums, values);
    }

    private Set<String> dimensions() {
        Set<String> dimensions = new LinkedHashSet<>(Set.of(CubeData.MONTH));
        offered.forEach(filter -> dimensions.add(filter.dimension()));
        page.tiles().forEach(tile -> {
            dimensions.addAll(tile.by());
            Stream.ofNullable(tile.across()).forEach(dimensions::add);
            tile.where().keySet().stream()
                    .flatMap(key -> Filter.of(key).stream())
                    .forEach(filter -> dimensions.add(filter.dimension()));
        });
        return dimensions;
    }

    /** Names of the sums that reasons may speak of. */
    Set<String> sumNames() {
        return cubes.values().stream()
                .flatMap(cube -> cube.file().sums().stream())
                .map(SumColumn::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean hasCharts() {
        return page.tiles().anyMatch(tile -> !tile.charts().isEmpty());
    }
}
