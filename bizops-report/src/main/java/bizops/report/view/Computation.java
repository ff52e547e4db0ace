package bizops.report.view;

import bizops.report.cube.CubeData;
import bizops.report.cube.Marts;
import bizops.report.formula.Formula;
import bizops.report.source.Filter;
import bizops.report.source.Measure;
import bizops.report.source.SiteFiles;
import bizops.report.source.Sort;
import bizops.report.source.Tile;
import bizops.report.source.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of one tile in one scope. Owned by one thread. */
final class Computation {
    private final Tile tile;
    private final Scope scope;
    private final Side rows;
    private final Side columns;
    private final Totals totals;
    private final Evaluator evaluator;
    private final List<Integer> order;
    private final List<CubeData> cubes;
    private final Map<Formula, Boolean> wholes = new HashMap<>();

    Computation(SiteFiles files, Marts marts, Tile tile, Scope scope, Grain grain) {
        this.tile = tile;
        this.scope = scope;
        List<Measure> named = measures(files, tile);
        Used used = Used.of(named.stream().map(Measure::formula).toList());
        this.cubes = used.cubes().stream().map(marts::cube).toList();
        List<Passing> passing =
                cubes.stream().map(cube -> new Passing(cube, scope.rows(cube))).toList();
        this.rows = new Side(axes(tile.by().stream(), tile, grain), passing);
        this.columns = new Side(axes(Stream.ofNullable(tile.across()), tile, grain), passing);
        this.totals = new Totals(used, passing, rows, columns);
        List<Integer> byKeys = IntStream.range(0, rows.size()).boxed().toList();
        Evaluator unsorted = new Evaluator(marts.build(), files.reasons(), totals, rows, columns, byKeys);
        this.order = order(files, tile.sort(), unsorted, byKeys);
        this.evaluator = order.equals(byKeys)
                ? unsorted
                : new Evaluator(marts.build(), files.reasons(), totals, rows, columns, order);
    }

    /** The measures of a tile, and the one that it is sorted by. */
    static List<Measure> measures(SiteFiles files, Tile tile) {
        Sort sort = tile.sort();
        return Stream.concat(tile.measures().stream(), Stream.ofNullable(sort).map(Sort::measure))
                .distinct()
                .map(name -> Objects.requireNonNull(files.measures().get(name), name))
                .toList();
    }

    Side rows() {
        return rows;
    }

    Side columns() {
        return columns;
    }

    List<CubeData> cubes() {
        return cubes;
    }

    /** Places of the rows as they are shown. */
    List<Integer> order() {
        return order;
    }

    boolean isImmature(int row) {
        return totals.isImmature(row);
    }

    /** The sums of a row that are known in part only; none is told of a period, as nobody knows when the rest was. */
    List<String> incomplete(int row) {
        return rows.months(row) == null ? totals.incomplete(row) : List.of();
    }

    Figure figure(Measure measure, int row, int column) {
        return evaluator.at(measure.formula(), row, column);
    }

    Figure total(Measure measure) {
        return figure(measure, rows.total(), columns.total());
    }

    /** Decimals of a measure, looked for once: none for credits of which every figure shown is whole. */
    int places(Measure measure) {
        return measure.unit() == Unit.CREDIT
                        && wholes.computeIfAbsent(
                                measure.formula(), formula -> isWhole(formula) || comesOutWhole(formula))
                ? 0
                : measure.places();
    }

    /** Of all lines and columns, and of the totals where they are shown. */
    private boolean comesOutWhole(Formula formula) {
        IntStream lines = order.stream().mapToInt(Integer::intValue);
        return IntStream.concat(lines, tile.total() ? IntStream.of(rows.total()) : IntStream.empty())
                .allMatch(row -> IntStream.range(0, columns.size())
                        .allMatch(column -> evaluator.at(formula, row, column).isWhole()));
    }

    private boolean isWhole(Formula formula) {
        Set<Formula.Sum> sums = Used.of(List.of(formula)).sums();
        Scope ofModel = scope.onlyOf(Filter.MODEL);
        return cubes.stream().allMatch(cube -> {
            List<Formula.Sum> own = sums.stream()
                    .filter(sum -> sum.cube().equals(cube.file().name()))
                    .toList();
            return own.isEmpty()
                    || ofModel.rows(cube).stream()
                            .allMatch(row -> own.stream()
                                    .allMatch(sum -> cube.sum(sum.column()).isWhole(row)));
        });
    }

    private List<Axis> axes(Stream<String> names, Tile tile, Grain grain) {
        return names.map(name -> {
                    List<Integer> bounds = tile.buckets().get(name);
                    return new Axis(name, grain, bounds == null ? null : new Buckets(bounds), cubes);
                })
                .toList();
    }

    private List<Integer> order(SiteFiles files, @Nullable Sort sort, Evaluator unsorted, List<Integer> byKeys) {
        if (sort == null) {
            return byKeys;
        }
        Measure measure = Objects.requireNonNull(files.measures().get(sort.measure()));
        List<Figure> figures = byKeys.stream()
                .map(row -> unsorted.at(measure.formula(), row, columns.total()))
                .toList();
        Comparator<Figure> known = sort.greatestFirst() ? (one, other) -> other.compare(one) : Figure::compare;
        Comparator<Figure> gapsLast = (one, other) ->
                one.isGap() || other.isGap() ? Boolean.compare(one.isGap(), other.isGap()) : known.compare(one, other);
        List<Integer> sorted = new ArrayList<>(byKeys);
        // Stable: ties keep the order of their keys.
        sorted.sort(Comparator.comparing(figures::get, gapsLast));
        return Collections.unmodifiableList(sorted);
    }
}
