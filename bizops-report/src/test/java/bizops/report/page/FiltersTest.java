package bizops.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.cube.CubeData;
import bizops.report.cube.HandMade;
import bizops.report.cube.HandMade.Row;
import bizops.report.cube.Marts;
import bizops.report.formula.Formula;
import bizops.report.source.CubeFile;
import bizops.report.source.Filter;
import bizops.report.source.Measure;
import bizops.report.source.PageFile;
import bizops.report.source.Place;
import bizops.report.source.PlainTiles;
import bizops.report.source.SiteFiles;
import bizops.report.source.SumColumn;
import bizops.report.source.Tile;
import bizops.report.source.Unit;
import bizops.report.view.Drawn;
import bizops.report.view.Grain;
import bizops.report.view.MonthRange;
import bizops.report.view.Selection;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which filters a page offers, and what they are set to. The data is of 2026-02-14, its model is {@code first}. */
final class FiltersTest {
    private static final Place HERE = new Place("it", 1);
    private static final CubeFile FILE = HandMade.file(
            "facts",
            List.of("month", "basis", "model", "channel"),
            Set.of("basis", "channel"),
            List.of(new SumColumn("sum", false, SumColumn.Months.ALL)),
            List.of());

    @Test
    void offersThoseThatHaveSomethingToChooseFrom() {
        PageContent content = content("all", null);

        assertThat(content.offered()).containsExactly(Filter.PERIOD, Filter.BASIS, Filter.MODEL);
        assertThat(content("all", List.of("model", "channel")).offered()).containsExactly(Filter.MODEL);
    }

    @Test
    void firstShowsTheCalendarAndTheModelOfTheSettings() {
        List<FilterView> filters = filters(content("all", null));

        assertThat(filters.stream().map(FilterView::initial)).containsExactly("calendar", "first");
        assertThat(filters.get(1).values().stream().map(value -> value.key()).toList())
                .as("null stands for every basis, but is a model of its own")
                .isEqualTo(Arrays.asList("first", "last", null));
    }

    @Test
    void firstShowsThePeriodOfTheSettings() {
        YearMonth february = YearMonth.of(2026, 2);

        assertThat(initial("last_12_months").period()).isEqualTo(new MonthRange(YearMonth.of(2025, 3), february));
        assertThat(initial("year_to_date").period()).isEqualTo(new MonthRange(YearMonth.of(2026, 1), february));
        assertThat(initial("all").period()).isNull();
        assertThat(initial("all").grain()).isEqualTo(Grain.QUARTER);
        assertThat(initial("all").chosen()).containsOnlyKeys(Filter.BASIS, Filter.MODEL);
    }

    private static Selection initial(String period) {
        PageContent content = content(period, null);
        Marts marts = marts();
        return Filters.initial(files(period, null), marts.build(), marts.months(), content, filters(content));
    }

    private static List<FilterView> filters(PageContent content) {
        return Filters.of(content, marts().build());
    }

    private static PageContent content(String period, @Nullable List<String> filters) {
        SiteFiles files = files(period, filters);
        return PageContent.of(files, marts(), files.pages().get(0));
    }

    private static Marts marts() {
        List<Row> rows = List.of(
                row("2025-12", "cohort", "last"), row("2026-01", "calendar", "first"), row("2026-02", null, null));
        Map<String, CubeData> cubes = Map.of("facts", HandMade.cube(FILE, Set.of(), Map.of(), rows));
        return new Marts(new Drawn(1).marts().build(), cubes, Map.of());
    }

    private static Row row(String month, @Nullable String basis, @Nullable String model) {
        Map<String, @Nullable String> keys = new HashMap<>();
        keys.put("month", month);
        keys.put("basis", basis);
        keys.put("model", model);
        return new Row(keys, Map.of("sum", BigDecimal.ONE), Map.of(), false);
    }

    private static SiteFiles files(String period, @Nullable List<String> filters) {
        Measure sum = new Measure(
                "sum",
                "Sum",
                Unit.COUNT,
                0,
                "sum",
                new Formula.Sum("facts", "sum"),
                "a sum",
                Measure.Better.NEITHER,
                null,
                HERE);
        Tile tile = PlainTiles.ofMeasure("It", Tile.Show.FIGURES, List.of(), "sum", HERE);
        PageFile page = new PageFile("index", "It", null, 1, filters, List.of(tile), HERE);
        return new SiteFiles(
                "Site",
                period,
                "quarter",
                Map.of("sum", sum),
                Map.of(),
                Map.of("facts", FILE),
                List.of(page),
                List.of(),
                "");
    }
}
