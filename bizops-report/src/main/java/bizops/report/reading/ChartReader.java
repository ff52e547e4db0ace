package bizops.report.reading;

import bizops.report.catalog.Catalog;
import bizops.report.source.Chart;
import bizops.report.source.Chart.Kind;
import bizops.report.source.Measure;
import bizops.report.source.Unit;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the charts of a tile. Immutable.
 *
 * @param measures of the tile
 * @param across whether it has columns by a dimension
 */
record ChartReader(YamlObject tile, Catalog catalog, List<String> measures, boolean across) {
    private static final List<String> KEYS = List.of("kind", "measures", "top", "title");
    private static final int MOST_ROWS = 1000;

    List<Chart> read() {
        List<Chart> charts = new ArrayList<>();
        for (YamlObject chart : tile.objects("charts")) {
            chart.only(KEYS);
            chart.required("kind");
            Optional<Kind> kind = chart.oneOf("kind", Kind.class);
            List<String> drawn = measures(chart);
            kind.ifPresent(one -> check(chart, one, drawn));
            charts.add(new Chart(
                    kind.orElse(Kind.BAR),
                    drawn,
                    chart.integer("top", 1, MOST_ROWS).orElse(null),
                    chart.word("title").map(Word::text).orElseGet(() -> titles(drawn))));
        }
        return charts;
    }

    /** Those of the tile where the chart names none. */
    private List<String> measures(YamlObject chart) {
        if (!chart.has("measures")) {
            return measures;
        }
        List<Word> words = chart.words("measures");
        for (Word word : words) {
            if (areKnown() && !measures.contains(word.text())) {
                chart.unknown("measure of the tile", word, measures);
            }
        }
        return TileReader.texts(words);
    }

    /** Of a tile that names unknown measures, a chart's name is as likely the right one. */
    private boolean areKnown() {
        return measures.stream().noneMatch(catalog::isUnknown);
    }

    private void check(YamlObject chart, Kind kind, List<String> drawn) {
        Set<Unit> units = units(drawn);
        int axes = kind == Kind.LINE ? 2 : 1;
        if (kind != Kind.HEATMAP && units.size() > axes) {
            chart.wrong(
                    chart.place("measures"),
                    "a chart of kind " + kind.name().toLowerCase(Locale.ROOT) + " has "
                            + (axes == 1 ? "one axis" : "two axes") + ": it cannot draw " + words(units) + " together");
        }
        switch (kind) {
            case HEATMAP -> {
                if (!across) {
                    chart.wrong(chart.place("kind"), "a heatmap needs \"across\"");
                }
                if (drawn.size() > 1) {
                    chart.wrong(chart.place("measures"), "a heatmap shows one measure, not " + drawn.size());
                }
            }
            case WATERFALL -> atLeast(chart, "waterfall", drawn, 3);
            case FUNNEL -> atLeast(chart, "funnel", drawn, 2);
            case BAR, LINE, STACKED -> {}
        }
    }

    /** Things that come whole and parts of them stand on one axis. */
    private Set<Unit> units(List<String> names) {
        Set<Unit> units = EnumSet.noneOf(Unit.class);
        for (String name : names) {
            Measure measure = catalog.measures().get(name);
            if (measure != null) {
                units.add(measure.unit() == Unit.CREDIT ? Unit.COUNT : measure.unit());
            }
        }
        return units;
    }

    private static String words(Set<Unit> units) {
        return units.stream().map(unit -> unit.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    private static void atLeast(YamlObject chart, String kind, List<String> drawn, int least) {
        if (drawn.size() < least) {
            chart.wrong(chart.place("measures"), "a " + kind + " needs at least " + least + " measures");
        }
    }

    private String titles(List<String> names) {
        List<String> titles = new ArrayList<>();
        for (String name : names) {
            Measure measure = catalog.measures().get(name);
            titles.add(measure == null ? name : measure.title());
        }
        return String.join(", ", titles);
    }
}
