package bizops.report.files;

import bizops.report.source.Place;
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
import java.util.TreeMap;
import java.util.stream.Stream;

/** The program's own files of a site, whether it runs from classes or from a jar. */
public final class ProgramFolder {
    private static final String FOLDER = "/bizops/report/site";
    private static final String KNOWN = "pages/definitions.md";

    private ProgramFolder() {}

    /** By path, such as {@code pages/index.md}. */
    public static Map<String, SourceFile> read() {
        // Found by a file within, for a jar need not have entries for folders.
        URL known = ProgramFolder.class.getResource(FOLDER + "/" + KNOWN);
        if (known == null) {
            throw new IllegalStateException("no resource folder " + FOLDER);
        }
        return read(known);
    }

    /** @param known the file that every site has */
    static Map<String, SourceFile> read(URL known) {
        try {
            if (!known.getProtocol().equals("jar")) {
                return walk(Path.of(known.toURI()).resolve("../..").normalize());
            }
            Path jar = Path.of(
                    ((JarURLConnection) known.openConnection()).getJarFileURL().toURI());
            try (FileSystem files = FileSystems.newFileSystem(jar)) {
                return walk(files.getPath(FOLDER));
            }
        } catch (URISyntaxException | IOException broken) {
            throw new IllegalStateException("cannot read resource folder " + FOLDER, broken);
        }
    }

    private static Map<String, SourceFile> walk(Path root) throws IOException {
        Map<String, SourceFile> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                String path = root.relativize(file).toString().replace('\\', '/');
                files.put(path, new SourceFile(Place.BUILT_IN + path, true, text(file)));
            });
        }
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
