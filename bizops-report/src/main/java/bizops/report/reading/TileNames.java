package bizops.report.reading;

import bizops.report.catalog.Catalog;
import bizops.report.markdown.Pages;
import bizops.report.source.CubeFile;
import bizops.report.source.Filter;
import bizops.report.source.Measure;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks up what a tile names. Owned by one thread. */
final class TileNames {
    static final List<String> FILTERS =
            Arrays.stream(Filter.values()).map(Filter::key).toList();
    private static final String PERIOD = "period";

    private final YamlObject tile;
    private final Catalog catalog;
    private final Pages pages;

    TileNames(YamlObject tile, Catalog catalog, Pages pages) {
        this.tile = tile;
        this.catalog = catalog;
        this.pages = pages;
    }

    void checkMeasures(List<Word> measures) {
        Set<String> seen = new HashSet<>();
        for (Word measure : measures) {
            if (catalog.isUnknown(measure.text())) {
                tile.unknown("measure", measure, catalog.measureNames());
            } else if (!seen.add(measure.text())) {
                tile.wrong(measure.place(), "measure \"" + measure.text() + "\" stands there twice");
            }
        }
    }

    /** Every cube of every measure must have all that makes rows and columns. */
    void checkDimensions(List<Word> by, Optional<Word> across, List<Word> measures) {
        List<Word> dimensions = new ArrayList<>(by);
        across.ifPresent(dimensions::add);
        Set<String> seen = new HashSet<>();
        for (Word dimension : dimensions) {
            if (!seen.add(dimension.text())) {
                tile.wrong(dimension.place(), "\"" + dimension.text() + "\" stands there twice");
            }
            checkDimension(dimension, measures);
        }
    }

    private void checkDimension(Word dimension, List<Word> measures) {
        String column = dimension.text().equals(PERIOD) ? Filter.PERIOD.dimension() : dimension.text();
        Set<String> known = new TreeSet<>();
        List<CubeFile> all = catalog.cubesOf(TileReader.texts(measures));
        all.forEach(cube -> known.addAll(cube.dimensions()));
        if (known.contains(Filter.PERIOD.dimension())) {
            known.add(PERIOD);
        }
        if (all.isEmpty()) {
            return; // of measures with mistakes nothing is known
        }
        if (!known.contains(dimension.text())) {
            tile.unknown("dimension", dimension, known);
            return;
        }
        for (Word word : measures) {
            Measure measure = catalog.measures().get(word.text());
            if (measure == null) {
                continue;
            }
            catalog.cubesOf(List.of(measure.name())).stream()
                    .filter(cube -> !cube.dimensions().contains(column))
                    .forEach(cube -> tile.wrong(
                            dimension.place(),
                            "measure \"" + measure.name() + "\" cannot be shown by \"" + dimension.text()
                                    + "\": cube \"" + cube.name() + "\" has no dimension \"" + column + "\""));
        }
    }

    /** Values fixed by filter. */
    Map<String, String> where(List<CubeFile> cubes) {
        Map<String, String> where = new LinkedHashMap<>();
        tile.texts("where").forEach((name, value) -> {
            Optional<Filter> filter = filter(name);
            if (filter.isPresent() && filter.get() == Filter.PERIOD) {
                tile.wrong(name.place(), "\"where\" cannot fix the period; \"ignore: [period]\" shows all time");
            } else if (filter.isPresent()) {
                String dimension = filter.get().dimension();
                cubes.stream()
                        .filter(cube -> !cube.dimensions().contains(dimension))
                        .forEach(cube -> tile.wrong(
                                name.place(),
                                "\"where\" cannot fix \"" + name.text() + "\": cube \"" + cube.name()
                                        + "\" has no dimension \"" + dimension + "\""));
            }
            where.put(name.text(), value.text());
        });
        return where;
    }

    /** Filters not followed. */
    Set<String> ignored() {
        Set<String> fixed = new HashSet<>();
        tile.texts("where").keySet().forEach(name -> fixed.add(name.text()));
        Set<String> ignored = new LinkedHashSet<>();
        for (Word name : tile.words("ignore")) {
            filter(name);
            if (fixed.contains(name.text())) {
                tile.wrong(name.place(), "\"" + name.text() + "\" is fixed by \"where\" and ignored as well");
            }
            ignored.add(name.text());
        }
        return ignored;
    }

    /** The page that a row leads to. */
    @Nullable
    String drill() {
        Optional<Word> page = tile.word("drill");
        page.filter(name ->
                        pages.hidden().contains(name.text()) && !name.place().isBuiltIn())
                .ifPresent(name -> tile.wrong(name.place(), "page \"" + name.text() + "\" is hidden by site.yml"));
        page.filter(name -> !pages.names().contains(name.text()))
                .ifPresent(name -> tile.unknown("page", name, pages.names()));
        return page.map(Word::text).orElse(null);
    }

    /** One of a row's keys must be what a filter chooses, or it leads nowhere. */
    void checkDrill(List<Word> by, List<CubeFile> cubes) {
        Set<String> keys = new HashSet<>();
        by.forEach(word -> keys.add(word.text().equals(PERIOD) ? Filter.PERIOD.dimension() : word.text()));
        if (tile.has("rows")) {
            if (cubes.isEmpty()) {
                return; // of a cube with mistakes nothing is known
            }
            cubes.forEach(cube -> keys.addAll(cube.dimensions()));
        }
        if (tile.has("drill")
                && Arrays.stream(Filter.values()).noneMatch(filter -> keys.contains(filter.dimension()))) {
            tile.wrong(tile.place("drill"), "\"drill\" needs rows by what a filter chooses, such as [channel]");
        }
    }

    private Optional<Filter> filter(Word name) {
        Optional<Filter> filter = Filter.of(name.text());
        if (filter.isEmpty()) {
            tile.unknown("filter", name, FILTERS);
        }
        return filter;
    }
}
