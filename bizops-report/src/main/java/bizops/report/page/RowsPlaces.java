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
     * @param filters of its page that choose among its rows
     * @param dimensions by which rows can be picked out, filter or not
     */
    record Listed(PageFile page, Tile tile, Set<Filter> filters, Set<String> dimensions) {}

    RowsPlaces(SiteFiles files, Marts marts) {
        this.files = files;
        this.marts = marts;
    }

    /** The tile with the rows behind a measure's figures in another tile; null where its rows' keys pick out nothing there. */
    @Nullable
    Listed of(Tile tile, Measure measure) {
        RowsBehind rows = measure.rows();
        return rows == null
                ? null
                : listed.computeIfAbsent(rows.cube(), this::find)
                        .filter(place -> tells(place, tile))
                        .orElse(null);
    }

    /** Whether what a row and a column of the tile stand for can be picked out there. */
    private static boolean tells(Listed place, Tile tile) {
        Set<String> keys = new LinkedHashSet<>(tile.by());
        Stream.ofNullable(tile.across()).forEach(keys::add);
        return keys.stream()
                .allMatch(key -> !tile.buckets().containsKey(key)
                        && (key.equals("period")
                                ? place.filters().contains(Filter.PERIOD)
                                : place.dimensions().contains(key)));
    }

    private Optional<Listed> find(String cube) {
        CubeData data = marts.cube(cube);
        return data.missing() != null
                ? Optional.empty()
                : files.pages().stream()
                        .flatMap(page -> page.tiles()
                                .filter(tile -> cube.equals(tile.rows()))
                                .map(tile -> new Listed(
                                        page,
                                        tile,
                                        filters(page, tile, data),
                                        data.dimensions().keySet())))
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
