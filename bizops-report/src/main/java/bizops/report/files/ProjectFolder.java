package bizops.report.files;

import bizops.report.source.Place;
import bizops.report.yaml.Mistakes;
import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import bizops.singer.text.Utf8Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The user's folder. What has no meaning there is noted where it looks like a mistake. Immutable. */
public final class ProjectFolder {
    private static final List<String> FILES = List.of("site.yml", "targets.csv", "theme.css");
    private static final Map<String, String> FOLDERS = Map.of("cubes", ".sql", "measures", ".yml", "pages", ".md");
    private static final Pattern MEANT = Pattern.compile(".*\\.(ya?ml|csv|css|sql)");
    private static final Map<String, Pattern> NAMES = Map.of(
            "cubes", Pattern.compile("[a-z_][a-z0-9_]{0,62}\\.sql"),
            "measures", Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}\\.yml"),
            "pages", Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}\\.md"));

    private final Path folder;
    private final Mistakes mistakes;

    private ProjectFolder(Path folder, Mistakes mistakes) {
        this.folder = folder;
        this.mistakes = mistakes;
    }

    /** By path, such as {@code pages/index.md}. */
    public static Map<String, SourceFile> read(Path folder, Mistakes mistakes) {
        return new ProjectFolder(folder, mistakes).read();
    }

    private Map<String, SourceFile> read() {
        if (!Files.isDirectory(folder)) {
            throw new ConfigException(folder + ": no such folder");
        }
        Map<String, SourceFile> files = new TreeMap<>();
        for (Path file : list(folder)) {
            String name = String.valueOf(file.getFileName());
            if (Files.isDirectory(file)) {
                readFolder(name, file, files);
            } else if (FILES.contains(name)) {
                add(name, file, files);
            } else if (MEANT.matcher(name).matches()) {
                stray(name);
            }
        }
        return files;
    }

    private void readFolder(String name, Path directory, Map<String, SourceFile> files) {
        Pattern pattern = NAMES.get(name);
        if (pattern == null) {
            Optional<String> meant = Suggestion.nearest(name, FOLDERS.keySet());
            if (meant.isPresent()
                    && list(directory).stream()
                            .anyMatch(file -> file.toString().endsWith(String.valueOf(FOLDERS.get(meant.get()))))) {
                mistakes.add(new Place(name, 1), "has no meaning here, did you mean \"" + meant.get() + "\"?");
            }
            return;
        }
        for (Path file : list(directory)) {
            String fileName = String.valueOf(file.getFileName());
            String path = name + "/" + fileName;
            if (pattern.matcher(fileName).matches() && Files.isRegularFile(file)) {
                add(path, file, files);
            } else {
                mistakes.add(
                        new Place(path, 1),
                        "has no meaning here: a file of " + name + "/ is named in lower case and ends in "
                                + FOLDERS.get(name));
            }
        }
    }

    private void stray(String name) {
        mistakes.add(
                new Place(name, 1),
                "has no meaning here"
                        + Suggestion.nearest(name, FILES)
                                .map(near -> ", did you mean \"" + near + "\"?")
                                .orElse("; here lie " + String.join(", ", FILES)));
    }

    private void add(String path, Path file, Map<String, SourceFile> files) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            files.put(
                    path,
                    new SourceFile(
                            path,
                            false,
                            Utf8Text.unmarked(text).replace("\r\n", "\n").replace('\r', '\n')));
        } catch (CharacterCodingException other) {
            mistakes.add(new Place(path, 1), "is not UTF-8");
        } catch (IOException unreadable) {
            throw new ConfigException(file + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Hidden files are those of editors and version control. */
    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new ConfigException(directory + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
