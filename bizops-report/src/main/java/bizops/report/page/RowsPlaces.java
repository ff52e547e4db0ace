package bizops.report.page;

import bizops.report.cube.CubeData;
import bizops.report.cube.Marts;
import bizops.report.source.Filter;
import bizops.report.source.Measure;
import bizops.report.source.PageFile;
import bizops.report.source.RowsBehind;
import bizops.report.source.SiteFiles;
import bizops.report.source.Tile;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a site lists the rows behind its figures. Owned by one thread. */
final class RowsPlaces {
    private final SiteFiles files;
    private final Marts marts;
    private final Map<String, Optional<Listed>> listed = new HashMap<>();

    /**
     * A tile that lists rows.
     *
     * @param filters that choose among its rows
     */
    record Listed(PageFile page, Tile tile, Set<Filter> filters) {}

    RowsPlaces(SiteFiles files, Marts marts) {
        this.files = files;
        this.marts = marts;
    }

    /** The tile with the rows behind a measure's figures in another tile; null where its rows' keys choose nothing there. */
    @Nullable
    Listed of(Tile tile, Measure measure) {
        RowsBehind rows = measure.rows();
        return rows == null
                ? null
                : listed.computeIfAbsent(rows.cube(), this::find)
                        .filter(place -> tells(place, tile))
                        .orElse(null);
    }

    /** Whether the filters there can choose what a row and a column of the tile stand for. */
    private static boolean tells(Listed place, Tile tile) {
        Set<String> keys = new LinkedHashSet<>(tile.by());
        Stream.ofNullable(tile.across()).forEach(keys::add);
        return keys.stream()
                .allMatch(key -> !tile.buckets().containsKey(key)
                        && place.filters().stream()
                                .anyMatch(filter -> filter.dimension().equals(key)
                                        || filter == Filter.PERIOD && key.equals("period")));
    }

    private Optional<Listed> find(String cube) {
        CubeData data = marts.cube(cube);
        return data.missing() != null
                ? Optional.empty()
                : files.pages().stream()
                        .flatMap(page -> page.tiles()
                                .filter(tile -> cube.equals(tile.rows()))
                                .map(tile -> new Listed(page, tile, filters(page, tile, data))))
                        .findFirst();
    }

    private Set<Filter> filters(PageFile page, Tile tile, CubeData data) {
        Set<Filter> reaching = EnumSet.noneOf(Filter.class);
        PageContent.of(files, marts, page).offered().stream()
                .filter(filter -> data.dimensions().containsKey(filter.dimension()))
                .filter(filter ->
                        !tile.ignore().contains(filter.key()) && !tile.where().containsKey(filter.key()))
                .forEach(reaching::add);
        return reaching;
    }
}
