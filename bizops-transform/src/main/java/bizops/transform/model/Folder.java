package bizops.transform.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a resource folder, whether the program runs from classes or from a jar. */
public final class Folder {
    private Folder() {}

    /** Text by path below {@code /bizops/transform/sql/}, for files whose name ends in {@code ending}. */
    public static Map<String, String> read(String folder, String ending) {
        URL root = Folder.class.getResource("/bizops/transform/sql/" + folder);
        if (root == null) {
            throw new IllegalStateException("no resource folder " + folder);
        }
        try {
            URI uri = root.toURI();
            if (!uri.getScheme().equals("jar")) {
                return walk(Path.of(uri), ending);
            }
            Path jar = Path.of(
                    ((JarURLConnection) root.openConnection()).getJarFileURL().toURI());
            // By its path and not by the address, under which a process can open a jar once only, whatever its threads
            // do.
            try (FileSystem files = FileSystems.newFileSystem(jar)) {
                return walk(files.getPath("/bizops/transform/sql/" + folder), ending);
            }
        } catch (URISyntaxException | IOException broken) {
            throw new IllegalStateException("cannot read resource folder " + folder, broken);
        }
    }

    private static Map<String, String> walk(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, String> texts = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> texts.put(root.relativize(file).toString(), text(file)));
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
