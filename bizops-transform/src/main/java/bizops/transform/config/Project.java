package bizops.transform.config;

import java.util.List;

/**
 * What the user adds to the program's models. Immutable.
 *
 * @param models {@code models/LAYER/NAME.sql}
 * @param tests {@code tests/NAME.sql}
 * @param seeds {@code seeds/NAME.csv}
 * @param strayFiles CSV files beside the known ones that nothing reads
 */
public record Project(List<ProjectFile> models, List<ProjectFile> tests, List<OwnSeed> seeds, List<String> strayFiles) {
    /** Nothing. */
    public static final Project NONE = new Project(List.of(), List.of(), List.of(), List.of());
}
