package bizops.report.reading;

import bizops.report.source.CubeFile;
import bizops.report.source.Measure;
import bizops.report.source.Tile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a page may name. Immutable.
 *
 * @param measures without those that have mistakes
 * @param measureNames of all
 * @param complete whether a measure of another name is unknown, rather than in a file that could not be read
 * @param pages names of all
 */
record Catalog(
        Cubes cubes, Map<String, Measure> measures, Set<String> measureNames, boolean complete, Set<String> pages) {

    /** Whether no cube and no measure has a mistake, so that what is not there is nowhere. */
    boolean isComplete() {
        return complete && cubes.areComplete() && measures.size() == measureNames.size();
    }

    boolean isUnknown(String measure) {
        return complete && !measureNames.contains(measure);
    }

    /** The cubes that a tile shows. */
    List<CubeFile> cubesOf(Tile tile) {
        CubeFile rows = tile.rows() == null ? null : cubes.read().get(tile.rows());
        return rows == null ? cubesOf(tile.measures()) : List.of(rows);
    }

    /** The cubes that measures are computed from; those with mistakes are left out. */
    List<CubeFile> cubesOf(Collection<String> names) {
        Set<String> cubeNames = new TreeSet<>();
        for (String name : names) {
            Measure measure = measures.get(name);
            if (measure != null) {
                cubeNames.addAll(measure.formula().cubes());
            }
        }
        return cubeNames.stream()
                .flatMap(name -> Stream.ofNullable(cubes.read().get(name)))
                .toList();
    }
}
