package bizops.report.page;

import bizops.report.cube.Cells;
import bizops.report.cube.CubeData;
import bizops.report.cube.Marts;
import bizops.report.source.Measure;
import bizops.report.source.RowsBehind;
import bizops.report.source.SiteFiles;
import bizops.singer.error.Suggestion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts by which a user's measure picks its rows, and which no row has: mistyped, or nothing of that kind yet. Immutable. */
record RowsTexts(Marts marts) {
    /** A line for each; none of cubes that have no rows at all or were not read. */
    List<String> missing(SiteFiles files) {
        return files.measures().values().stream()
                .filter(measure -> !measure.place().isBuiltIn())
                .flatMap(this::missing)
                .toList();
    }

    private Stream<String> missing(Measure measure) {
        RowsBehind rows = measure.rows();
        if (rows == null || rows.column() == null) {
            return Stream.empty();
        }
        CubeData cube = marts.cube(rows.cube());
        return cube.cells().stream()
                .filter(cells -> cells.name().equals(rows.column()) && cube.rows() > 0)
                .flatMap(cells -> missing(measure, rows, cells, shown(cube, cells)));
    }

    private static Set<String> shown(CubeData cube, Cells cells) {
        return IntStream.range(0, cube.rows())
                .mapToObj(row -> Listing.text(cells, cells.values().get(row)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> missing(Measure measure, RowsBehind rows, Cells cells, Set<String> shown) {
        return rows.texts().stream()
                .filter(text -> !shown.contains(text))
                .map(text ->
                        rows.place() + ": measure \"" + measure.name() + "\": no row of \"" + rows.cube() + "\" has "
                                + cells.name() + " \"" + text + "\""
                                + Suggestion.nearest(text, shown)
                                        .map(near -> ", did you mean \"" + near + "\"?")
                                        .orElse(""));
    }
}
