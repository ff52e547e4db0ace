package bizops.transform.config;

import bizops.singer.config.Problems;
import bizops.singer.error.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a {@code --seeds} folder holds, read and checked. Immutable.
 *
 * @param seeds rows by table; a table without a file has none
 * @param missingSeeds the files that are not there, without the optional ones
 * @param project models, tests and seeds of the user's own
 * @param fingerprint hash of the folder's files
 */
public record BuildInput(
        Settings settings,
        Mapping mapping,
        Map<SeedTable, List<List<Object>>> seeds,
        List<SeedTable> missingSeeds,
        Project project,
        String fingerprint) {

    /**
     * Reads the folder.
     *
     * @throws ConfigException with every problem of every file
     */
    public static BuildInput read(Path folder, Clock clock) {
        if (!Files.isDirectory(folder)) {
            throw new ConfigException(
                    "--seeds " + folder + ": no such folder; it holds settings.json and the seed CSVs");
        }
        Problems problems = new Problems();
        Settings settings = new SettingsFile(folder.resolve("settings.json"), clock).read(problems);
        Mapping mapping = new MappingFile(folder.resolve("mapping.yml")).read(problems);
        Map<SeedTable, List<List<Object>>> seeds = new EnumMap<>(SeedTable.class);
        List<SeedTable> missing = new ArrayList<>();
        for (SeedTable table : SeedTable.values()) {
            new SeedFile(table, folder, problems)
                    .read()
                    .ifPresentOrElse(rows -> seeds.put(table, rows), () -> missing.add(table));
        }
        missing.removeIf(SeedTable::isOptional);
        Project project = new ProjectFolder(folder, problems).read();
        problems.throwIfAny();
        return new BuildInput(
                settings, mapping, Map.copyOf(seeds), List.copyOf(missing), project, Fingerprint.of(folder));
    }

    /** The same with another day of the build. */
    public BuildInput asOf(LocalDate day) {
        return new BuildInput(settings.asOf(day), mapping, seeds, missingSeeds, project, fingerprint);
    }
}
