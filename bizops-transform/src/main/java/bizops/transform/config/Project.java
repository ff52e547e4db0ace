package bizops.transform.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the user adds to the program's models. Immutable.
 *
 * @param models {@code models/LAYER/NAME.sql}
 * @param tests {@code tests/NAME.sql}
 * @param seeds {@code seeds/NAME.csv}
 * @param strayFiles CSV files, and files whose names are nearly those of settings or mapping, that nothing reads
 */
public record Project(List<ProjectFile> models, List<ProjectFile> tests, List<OwnSeed> seeds, List<String> strayFiles) {
    /** Every file that a build reads at the top of the folder. */
    public static List<String> knownFiles() {
        return Stream.concat(SeedTable.all().map(SeedTable::fileName), Stream.of("settings.json", "mapping.yml"))
                .toList();
    }

    /** Nothing. */
    public static final Project NONE = new Project(List.of(), List.of(), List.of(), List.of());
}
