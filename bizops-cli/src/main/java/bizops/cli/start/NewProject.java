package bizops.cli.start;

import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a new project; none that is there is touched. Immutable. */
public final class NewProject {
    /** Files of the project, and the resources that hold their text: names with a dot in front are no good there. */
    private static final Map<String, String> FILES = files();

    private final Path folder;

    public NewProject(Path folder) {
        this.folder = folder;
    }

    /** All or none; answers what was written. */
    public List<Path> write() throws IOException {
        List<String> there = FILES.keySet().stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .toList();
        if (!there.isEmpty()) {
            throw new ConfigException("there is already " + String.join(", ", there) + " in " + folder
                    + "; nothing was written: take another folder");
        }
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            if (file.getKey().equals(".env")) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            written.add(Files.write(path, content(file.getValue())));
        }
        return written;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("bizops.yml", "bizops.yml");
        files.put(".env", "env");
        files.put(".gitignore", "gitignore");
        files.put(".gitlab-ci.yml", "gitlab-ci.yml");
        files.put("README.md", "README.md");
        files.put("seeds/settings.json", "settings.json");
        files.put("seeds/campaign_channel.csv", "campaign_channel.csv");
        return files;
    }

    private static byte[] content(String resource) throws IOException {
        try (InputStream in = NewProject.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return in.readAllBytes();
        }
    }
}
