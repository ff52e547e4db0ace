package bizops.report.files;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a site by what they are. Immutable.
 *
 * @param measures by name
 * @param cubes by name
 * @param pages by name
 */
public record SourceFiles(
        Optional<SourceFile> site,
        Map<String, SourceFile> measures,
        Map<String, SourceFile> cubes,
        Map<String, SourceFile> pages,
        Optional<SourceFile> targets,
        Optional<SourceFile> theme) {

    /**
     * Puts the user's files over the program's: in their place where they have the same name.
     *
     * @param own the program's by path, such as {@code pages/index.md}
     * @param user the user's likewise
     */
    public static SourceFiles of(Map<String, SourceFile> own, Map<String, SourceFile> user) {
        Map<String, SourceFile> all = new TreeMap<>(own);
        all.putAll(user);
        return new SourceFiles(
                Optional.ofNullable(all.get("site.yml")),
                in("measures/", all),
                in("cubes/", all),
                in("pages/", all),
                Optional.ofNullable(all.get("targets.csv")),
                Optional.ofNullable(all.get("theme.css")));
    }

    private static Map<String, SourceFile> in(String folder, Map<String, SourceFile> all) {
        Map<String, SourceFile> files = new TreeMap<>();
        all.forEach((path, file) -> {
            if (path.startsWith(folder)) {
                files.put(file.name(), file);
            }
        });
        return files;
    }
}
