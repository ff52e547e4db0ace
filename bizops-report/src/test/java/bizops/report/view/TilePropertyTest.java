package bizops.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.cube.CubeData;
import bizops.report.cube.HandMade.Row;
import bizops.report.cube.Marts;
import bizops.report.source.CubeFile;
import bizops.report.source.Filter;
import bizops.report.source.Measure;
import bizops.report.source.SiteFiles;
import bizops.report.source.Tile;
import bizops.report.source.Unit;
import bizops.report.view.Naive.Spot;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Tiles over cubes drawn at random, against the rules taken word by word. */
final class TilePropertyTest {
    private static final Set<Filter> OFFERED = Set.of(Filter.PERIOD, Filter.MODEL, Filter.CHANNEL);

    @Property(tries = 200)
    void everyFigureIsThatOfTheRules(@ForAll long seed) {
        Drawn drawn = new Drawn(seed);
        Map<CubeFile, List<Row>> rows = drawn.rows();
        Marts marts = Drawn.marts(rows);
        SiteFiles files = drawn.site(0);
        Selection selection = drawn.selection();
        Tile tile = drawn.tile(1);
        TileView view = new TileEngine(files, marts, OFFERED, selection).tile(tile);
        Naive naive = new Naive(files, rows, marts.build().constants(), tile, selection);

        List<List<@Nullable String>> before = new ArrayList<>();
        for (TileView.Line line : view.lines()) {
            assertThat(line.cells()).as(line.keys().toString()).isEqualTo(cells(naive, view, line.keys(), before));
            before.add(line.keys());
        }
        TileView.Line total = view.total();
        if (total != null) {
            assertThat(total.cells()).isEqualTo(cells(naive, view, null, List.of()));
        }
    }

    @Property(tries = 400)
    void everyCombinationThatARowHasIsALineAndPeriodsHaveNoHoles(@ForAll long seed) {
        Drawn drawn = new Drawn(seed);
        Map<CubeFile, List<Row>> rows = drawn.rows();
        Marts marts = Drawn.marts(rows);
        SiteFiles files = drawn.site(0);
        Selection selection = drawn.selection();
        Tile tile = drawn.tile(1);
        TileView view = new TileEngine(files, marts, OFFERED, selection).tile(tile);
        Naive naive = new Naive(files, rows, marts.build().constants(), tile, selection);

        Set<List<@Nullable String>> lines = new HashSet<>();
        view.lines()
                .forEach(line -> assertThat(lines.add(line.keys())).as("twice").isTrue());
        Set<List<@Nullable String>> columns = new HashSet<>();
        view.columns().forEach(column -> columns.add(Arrays.asList(column.key())));
        assertThat(lines).isEqualTo(withoutHoles(naive, tile.by()));
        if (tile.across() != null) {
            assertThat(columns).isEqualTo(withoutHoles(naive, naive.across()));
        }
    }

    @Property(tries = 300)
    void rowsAddedUpForAPageGiveTheSameFigures(@ForAll long seed) {
        Drawn drawn = new Drawn(seed);
        Marts marts = drawn.marts();
        SiteFiles files = drawn.site(0);
        Selection selection = drawn.selection();
        Tile tile = drawn.tile(1);
        Set<String> used = new HashSet<>(tile.by());
        used.addAll(Set.of("month", "model", "channel"));
        if (tile.across() != null) {
            used.add(tile.across());
        }
        Map<String, CubeData> reduced = new LinkedHashMap<>();
        marts.cubes()
                .forEach((name, cube) -> reduced.put(
                        name,
                        cube.only(used, cube.sums().keySet(), cube.values().keySet())));

        assertThat(new TileEngine(files, new Marts(marts.build(), reduced, Map.of()), OFFERED, selection).tile(tile))
                .isEqualTo(new TileEngine(files, marts, OFFERED, selection).tile(tile));
    }

    /** Those that a row has, and, of a single axis of periods or buckets, those between. */
    private static Set<List<@Nullable String>> withoutHoles(Naive naive, List<String> axes) {
        Set<List<@Nullable String>> all = combinations(naive, axes);
        String axis = axes.size() == 1 ? axes.get(0) : "";
        if (naive.tile().buckets().containsKey(axis)) {
            all.addAll(List.of(List.of("0–7"), List.of("8–30"), List.of("over 30")));
        } else if (axis.equals("period") || axis.equals("month")) {
            TreeSet<String> months = new TreeSet<>();
            naive.cubes().keySet().stream()
                    .filter(file -> isUsed(naive, file))
                    .flatMap(file -> naive.rows(file, Spot.ALL).stream())
                    .map(row -> row.keys().get("month"))
                    .filter(Objects::nonNull)
                    .forEach(months::add);
            for (YearMonth month = YearMonth.of(2025, 1); month.getYear() < 2027; month = month.plusMonths(1)) {
                String name = month.toString();
                if (!months.isEmpty() && name.compareTo(months.first()) >= 0 && name.compareTo(months.last()) <= 0) {
                    all.add(List.of(axis.equals("period") ? naive.period(name) : name));
                }
            }
        }
        return all;
    }

    private static Set<List<@Nullable String>> combinations(Naive naive, List<String> axes) {
        Set<List<@Nullable String>> found = new HashSet<>();
        naive.cubes().keySet().stream().filter(file -> isUsed(naive, file)).forEach(file -> {
            for (Row row : naive.rows(file, Spot.ALL)) {
                List<Step> steps =
                        axes.stream().map(axis -> naive.step(file, row, axis)).toList();
                if (steps.stream().allMatch(step -> step.kind() == Step.Kind.ONE)) {
                    found.add(Arrays.asList(steps.stream().map(Step::key).toArray(String[]::new)));
                }
            }
        });
        if (axes.isEmpty()) {
            found.add(List.of());
        }
        return found;
    }

    private static boolean isUsed(Naive naive, CubeFile file) {
        List<Measure> measures = Computation.measures(naive.files(), naive.tile());
        return Used.of(measures.stream().map(Measure::formula).toList()).cubes().contains(file.name());
    }

    private static List<Cell> cells(
            Naive naive, TileView view, @Nullable List<@Nullable String> row, List<List<@Nullable String>> before) {
        List<@Nullable List<@Nullable String>> columns = new ArrayList<>();
        view.columns().forEach(column -> columns.add(Arrays.asList(column.key())));
        if (naive.tile().across() == null) {
            columns.add(null);
        }
        List<Cell> cells = new ArrayList<>();
        for (List<@Nullable String> column : columns) {
            for (Measure measure : view.measures()) {
                Rational figure = naive.at(measure.formula(), new Spot(row, column), before);
                boolean percent = measure.unit() == Unit.PERCENT;
                cells.add(new Cell(figure.text(places(naive, view, columns, measure), percent), figure.gap()));
            }
        }
        return cells;
    }

    /** Credits are whole where the model chosen has whole ones only, or where all that are shown come out whole. */
    private static int places(
            Naive naive, TileView view, List<@Nullable List<@Nullable String>> columns, Measure measure) {
        if (measure.unit() != Unit.CREDIT) {
            return measure.places();
        }
        Set<@Nullable String> models =
                Objects.requireNonNull(naive.selection().chosen().get(Filter.MODEL));
        boolean whole = Objects.requireNonNull(naive.cubes().get(Drawn.FACTS)).stream()
                .filter(row -> row.keys().get("model") == null
                        || models.contains(row.keys().get("model")))
                .map(row -> row.sums().get("leads"))
                .allMatch(leads -> leads.remainder(BigDecimal.ONE).signum() == 0);
        return whole || comesOutWhole(naive, view, columns, measure) ? 0 : measure.places();
    }

    private static boolean comesOutWhole(
            Naive naive, TileView view, List<@Nullable List<@Nullable String>> columns, Measure measure) {
        List<@Nullable List<@Nullable String>> lines = new ArrayList<>();
        view.lines().forEach(line -> lines.add(line.keys()));
        if (view.total() != null) {
            lines.add(null);
        }
        return lines.stream()
                .allMatch(row -> columns.stream()
                        .map(column -> naive.at(measure.formula(), new Spot(row, column), List.of()))
                        .allMatch(figure -> figure.under().equals(BigInteger.ONE)));
    }
}
