package bizops.report.page;

import bizops.report.cube.CubeData;
import bizops.report.cube.Marts;
import bizops.report.source.Measure;
import bizops.report.source.PageFile;
import bizops.report.source.SiteFiles;
import bizops.report.source.Tile;
import bizops.report.view.Used;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which pages a site has: one that would show nothing but rows about persons is left out where those are not read. */
final class Published {
    private final Marts marts;

    Published(Marts marts) {
        this.marts = marts;
    }

    SiteFiles of(SiteFiles files) {
        List<PageFile> kept =
                files.pages().stream().filter(page -> !isLeftOut(files, page)).toList();
        return files.with(kept);
    }

    private boolean isLeftOut(SiteFiles files, PageFile page) {
        return page.tiles().flatMap(tile -> cubes(files, tile)).findAny().isPresent()
                && page.tiles().flatMap(tile -> cubes(files, tile)).allMatch(Published::isLeftOut);
    }

    private Stream<CubeData> cubes(SiteFiles files, Tile tile) {
        Stream<String> names = tile.rows() != null
                ? Stream.of(tile.rows())
                : Used.of(tile.measures().stream()
                                .map(name ->
                                        Objects.requireNonNull(files.measures().get(name)))
                                .map(Measure::formula)
                                .toList())
                        .cubes()
                        .stream();
        return names.map(marts::cube);
    }

    private static boolean isLeftOut(CubeData cube) {
        return cube.file().details() && cube.missing() != null;
    }
}
