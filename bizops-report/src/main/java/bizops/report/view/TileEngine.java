package bizops.report.view;

import bizops.report.cube.CubeData;
import bizops.report.cube.Marts;
import bizops.report.source.Filter;
import bizops.report.source.Measure;
import bizops.report.source.SiteFiles;
import bizops.report.source.Tile;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes the tiles of a page under one selection. Immutable. */
public final class TileEngine {
    private final SiteFiles files;
    private final Marts marts;
    private final Set<Filter> offered;
    private final Selection selection;

    /** @param offered the filters of the page */
    public TileEngine(SiteFiles files, Marts marts, Set<Filter> offered, Selection selection) {
        this.files = files;
        this.marts = marts;
        this.offered = offered;
        this.selection = selection;
    }

    /** A tile of measures. */
    public TileView tile(Tile tile) {
        Scope scope = Scope.of(tile, offered, selection);
        Computation computed = new Computation(files, marts, tile, scope, selection.grain());
        List<Measure> measures = tile.measures().stream()
                .map(name -> Objects.requireNonNull(files.measures().get(name), name))
                .toList();
        List<TileView.Column> columns = new ArrayList<>();
        for (int i = 0; tile.across() != null && i < computed.columns().size(); i++) {
            columns.add(new TileView.Column(
                    computed.columns().keys(i).get(0),
                    computed.columns().labels(i).get(0)));
        }
        Marks marks = new Marks(marts.build().asOf());
        boolean figures = tile.show() == Tile.Show.FIGURES;
        boolean total = figures
                || (tile.total() && !tile.by().isEmpty() && computed.rows().size() > 0);
        return new TileView(
                tile,
                tile.by().stream()
                        .map(name -> Headings.of(name, selection.grain()))
                        .toList(),
                measures,
                columns,
                computed.order().stream()
                        .map(row -> new TileView.Line(
                                computed.rows().keys(row),
                                computed.rows().months(row),
                                computed.rows().labels(row),
                                marks.of(computed, row),
                                cells(computed, measures, row)))
                        .toList(),
                total
                        ? new TileView.Line(
                                List.of(),
                                null,
                                List.of(),
                                marks.of(computed, computed.rows().total()),
                                cells(computed, measures, computed.rows().total()))
                        : null,
                tile.compare() ? changes(tile, scope, computed, measures) : List.of(),
                computed.cubes().stream()
                        .map(CubeData::missing)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    /** The rows of a cube of rows that pass a tile's filters, in their order. */
    public int[] rows(Tile tile, CubeData cube) {
        return Scope.of(tile, offered, selection).rows(cube).stream().toArray();
    }

    private static List<Cell> cells(Computation computed, List<Measure> measures, int row) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < computed.columns().size(); column++) {
            for (Measure measure : measures) {
                cells.add(Format.cell(computed.figure(measure, row, column), measure.unit(), computed.places(measure)));
            }
        }
        return cells;
    }

    private List<Comparison> changes(Tile tile, Scope scope, Computation now, List<Measure> measures) {
        MonthRange before = before(scope.period());
        Computation then =
                before == null ? null : new Computation(files, marts, tile, scope.in(before), selection.grain());
        Targets targets = new Targets(files.targets(), scope.period(), marts.months());
        return measures.stream()
                .map(measure -> {
                    Figure figure = now.total(measure);
                    Figure earlier = then == null ? null : then.total(measure);
                    return Change.of(measure, now.places(measure), figure, earlier, targets.of(measure));
                })
                .toList();
    }

    private @Nullable MonthRange before(@Nullable MonthRange period) {
        if (period == null) {
            return null;
        }
        MonthRange before = period.before();
        List<YearMonth> months = marts.months();
        return months.isEmpty() || before.from().isBefore(months.get(0)) ? null : before;
    }
}
