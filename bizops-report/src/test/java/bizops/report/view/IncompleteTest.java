package bizops.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.cube.CubeData;
import bizops.report.cube.HandMade;
import bizops.report.cube.HandMade.Row;
import bizops.report.cube.Marts;
import bizops.report.formula.Formula;
import bizops.report.source.CubeFile;
import bizops.report.source.Filter;
import bizops.report.source.Measure;
import bizops.report.source.Place;
import bizops.report.source.PlainTiles;
import bizops.report.source.SiteFiles;
import bizops.report.source.SumColumn;
import bizops.report.source.SumColumn.Months;
import bizops.report.source.Tile;
import bizops.report.source.Unit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Costs of which a part is unknown are told apart from those that are low. */
final class IncompleteTest {
    private static final Place HERE = new Place("here", 1);
    private static final CubeFile FACTS = HandMade.file(
            "facts",
            List.of("month", "channel"),
            Set.of("month"),
            List.of(
                    new SumColumn("media_spend", true, Months.ALL, "unknown"),
                    new SumColumn("unknown", false, Months.ALL),
                    new SumColumn("leads", false, Months.ALL)),
            List.of());
    private static final CubeData CUBE = HandMade.cube(
            FACTS,
            Set.of(),
            Map.of(),
            List.of(
                    row(null, "email", "0", 0, 0),
                    row(null, "email", null, 2, 0),
                    row("2026-01", "email", null, 0, 7),
                    row(null, "other", null, 1, 0),
                    row("2026-01", "other", null, 0, 3),
                    row("2026-01", "paid", "100", 0, 5)));

    @Test
    void aRowIsMarkedOfWhoseSpendSomeIsKnownAndSomeIsNot() {
        TileView view = view(List.of("channel"), "cost_per_lead");

        assertThat(view.lines())
                .extracting(TileView.Line::labels)
                .containsExactly(List.of("email"), List.of("other"), List.of("paid"));
        assertThat(view.lines())
                .extracting(TileView.Line::marks)
                .containsExactly(List.of("media spend incomplete"), List.of(), List.of());
        assertThat(view.lines().get(0).cells().get(0).text())
                .as("the sum of what is known")
                .isEqualTo("0");
        assertThat(view.lines().get(1).cells().get(0).gap())
                .as("nothing is known")
                .isNotNull();
        assertThat(view.total())
                .isNotNull()
                .extracting(TileView.Line::marks)
                .isEqualTo(List.of("media spend incomplete"));
    }

    @Test
    void noneIsThatShowsNothingMadeOfIt() {
        TileView view = view(List.of("channel"), "leads");

        assertThat(view.lines()).allSatisfy(line -> assertThat(line.marks()).isEmpty());
        assertThat(view.total()).isNotNull().extracting(TileView.Line::marks).isEqualTo(List.of());
    }

    @Test
    void aMonthIsNotAsNobodyKnowsWhenTheRestWasSpent() {
        TileView view = view(List.of("month"), "cost_per_lead");

        assertThat(view.lines())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line.marks()).isEmpty());
        assertThat(view.total())
                .isNotNull()
                .extracting(TileView.Line::marks)
                .isEqualTo(List.of("media spend incomplete"));
    }

    private static TileView view(List<String> by, String measure) {
        Formula leads = new Formula.Sum("facts", "leads");
        Formula cost =
                new Formula.Operation(Formula.Operator.OVER, new Formula.Sum("facts", "media_spend"), leads, null);
        SiteFiles files = new SiteFiles(
                "Site",
                "all",
                "month",
                Map.of("leads", measure("leads", leads), "cost_per_lead", measure("cost_per_lead", cost)),
                Map.of(),
                Map.of("facts", FACTS),
                List.of(),
                List.of(),
                "");
        Marts marts = new Marts(new Drawn(1).marts().build(), Map.of("facts", CUBE), Map.of());
        Tile tile = PlainTiles.ofMeasure("Tile", Tile.Show.TABLE, by, measure, HERE);
        return new TileEngine(files, marts, Set.of(Filter.PERIOD), new Selection(null, Grain.MONTH, Map.of()))
                .tile(tile);
    }

    private static Measure measure(String name, Formula formula) {
        return new Measure(name, name, Unit.MONEY, 0, name, formula, name, Measure.Better.NEITHER, null, HERE);
    }

    private static Row row(@Nullable String month, String channel, @Nullable String spend, int unknown, int leads) {
        Map<String, @Nullable String> keys = new HashMap<>();
        keys.put("month", month);
        keys.put("channel", channel);
        Map<String, @Nullable BigDecimal> sums = new HashMap<>();
        sums.put("media_spend", spend == null ? null : new BigDecimal(spend));
        sums.put("unknown", BigDecimal.valueOf(unknown));
        sums.put("leads", BigDecimal.valueOf(leads));
        return new Row(keys, sums, Map.of(), false);
    }
}
