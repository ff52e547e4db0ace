package bizops.report.catalog;

import bizops.report.source.CubeFile;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cubes of a site. Immutable.
 *
 * @param read without those that have mistakes
 * @param names of all
 */
record Cubes(Map<String, CubeFile> read, Set<String> names) {

    /** Whether none has mistakes, so that what none of them has is nowhere. */
    boolean areComplete() {
        return read.size() == names.size();
    }

    /** The cube that a measure names. */
    Optional<CubeFile> ofSums(YamlObject user, Word name) {
        return find(user, name).filter(cube -> {
            if (cube.isRows()) {
                user.wrong(name.place(), "cube \"" + cube.name() + "\" lists rows and has no sums");
            }
            return !cube.isRows();
        });
    }

    /** The cube that a tile lists. */
    Optional<CubeFile> ofRows(YamlObject user, Word name) {
        return find(user, name).filter(cube -> {
            if (!cube.isRows()) {
                user.wrong(name.place(), "cube \"" + cube.name() + "\" has sums, not rows to list");
            }
            return cube.isRows();
        });
    }

    private Optional<CubeFile> find(YamlObject user, Word name) {
        if (!names.contains(name.text())) {
            user.unknown("cube", name, names);
        }
        return Optional.ofNullable(read.get(name.text()));
    }
}
