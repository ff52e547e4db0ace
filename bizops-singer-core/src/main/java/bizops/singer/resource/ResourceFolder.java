package bizops.singer.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a program's resource folder, whether it runs from classes or from a jar. */
public final class ResourceFolder {
    private ResourceFolder() {}

    /**
     * Reads every file of a folder and of the folders within, as UTF-8.
     *
     * @param known one file of the folder, by which it is found: a jar need not have entries for folders
     * @param path that file's path within the folder, with {@code /}
     * @return text by path within the folder, with {@code /}, in order of the paths
     * @throws IllegalStateException if the folder cannot be read: the program's own files are damaged
     */
    public static Map<String, String> texts(URL known, String path) {
        try {
            if (!known.getProtocol().equals("jar")) {
                return walk(above(Path.of(known.toURI()), path));
            }
            JarURLConnection entry = (JarURLConnection) known.openConnection();
            // By its path and not by its address, under which a process can open a jar once only, whatever its threads
            // do.
            try (FileSystem files =
                    FileSystems.newFileSystem(Path.of(entry.getJarFileURL().toURI()))) {
                return walk(above(files.getPath("/" + entry.getEntryName()), path));
            }
        } catch (URISyntaxException | IOException broken) {
            throw new IllegalStateException("cannot read the resources around " + known, broken);
        }
    }

    private static Path above(Path file, String path) {
        Path folder = file;
        for (int steps = path.split("/").length; steps > 0; steps--) {
            folder = Objects.requireNonNull(folder.getParent(), path);
        }
        return folder;
    }

    private static Map<String, String> walk(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, String> texts = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> texts.put(root.relativize(file).toString().replace('\\', '/'), text(file)));
            return texts;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
