package bizops.report.catalog;

import bizops.report.files.SourceFiles;
import bizops.report.source.CubeFile;
import bizops.report.source.Measure;
import bizops.report.source.Reasons;
import bizops.report.source.Tile;
import bizops.report.yaml.Mistakes;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The cubes and measures that a page may name. Immutable. */
public final class Catalog {
    private final Cubes cubes;
    private final Map<String, Measure> measures;
    private final Map<String, Reasons> reasons;
    private final Set<String> measureNames;
    private final boolean complete;

    /** @param complete whether every file of measures could be read, so that a name that none has is unknown */
    private Catalog(
            Cubes cubes,
            Map<String, Measure> measures,
            Map<String, Reasons> reasons,
            Set<String> measureNames,
            boolean complete) {
        this.cubes = cubes;
        this.measures = measures;
        this.reasons = reasons;
        this.measureNames = measureNames;
        this.complete = complete;
    }

    /** Reads them all; what is wrong is noted and left out. */
    public static Catalog read(SourceFiles files, Mistakes mistakes) {
        Map<String, CubeFile> read = new TreeMap<>();
        files.cubes()
                .forEach((name, file) -> new CubeReader(file, mistakes).read().ifPresent(cube -> read.put(name, cube)));
        Cubes cubes = new Cubes(read, files.cubes().keySet());
        MeasuresReader measures = new MeasuresReader(cubes, mistakes);
        files.measures().values().stream()
                .sorted(Comparator.comparing(file -> !file.isOwn()))
                .forEach(measures::add);
        return new Catalog(cubes, measures.read(), measures.reasons(), measures.names(), measures.isComplete());
    }

    /** By name, without those that have mistakes. */
    public Map<String, CubeFile> cubes() {
        return cubes.read();
    }

    /** By name, without those that have mistakes. */
    public Map<String, Measure> measures() {
        return measures;
    }

    /** Those with mistakes too. */
    public Set<String> measureNames() {
        return measureNames;
    }

    /** Why a figure may be missing, by sum or constant. */
    public Map<String, Reasons> reasons() {
        return reasons;
    }

    /** Whether no cube and no measure has a mistake, so that what is not there is nowhere. */
    public boolean isComplete() {
        return complete && cubes.areComplete() && measures.size() == measureNames.size();
    }

    public boolean isUnknown(String measure) {
        return complete && !measureNames.contains(measure);
    }

    /** Whether a measure of a year is the sum of those of its months. */
    public boolean addsUp(Measure measure) {
        return new Additivity(cubes.read()).addsUp(measure.formula());
    }

    /** The cube of rows that a tile names; empty where there is none, which is noted. */
    public Optional<CubeFile> rows(YamlObject tile, Word name) {
        return cubes.ofRows(tile, name);
    }

    /** The cubes that a tile shows. */
    public List<CubeFile> cubesOf(Tile tile) {
        CubeFile rows = tile.rows() == null ? null : cubes.read().get(tile.rows());
        return rows == null ? cubesOf(tile.measures()) : List.of(rows);
    }

    /** The cubes that measures are computed from; those with mistakes are left out. */
    public List<CubeFile> cubesOf(Collection<String> names) {
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
