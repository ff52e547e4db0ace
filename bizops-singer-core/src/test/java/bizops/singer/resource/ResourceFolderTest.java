package bizops.singer.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResourceFolderTest {
    private static final String FOLDER = "some/program/site/";

    @TempDir
    Path folder;

    @Test
    void readsFromAJarWithoutEntriesForFolders() throws IOException {
        Path jar = folder.resolve("a program's.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            write(out, "other.txt", "other");
            write(out, FOLDER + "pages/definitions.md", "definitions");
            write(out, FOLDER + "cubes/facts.sql", "facts");
        }
        URL known = URI.create("jar:" + jar.toUri() + "!/" + FOLDER + "pages/definitions.md")
                .toURL();

        Map<String, String> files = ResourceFolder.texts(known, "pages/definitions.md");

        assertThat(files)
                .containsOnlyKeys("pages/definitions.md", "cubes/facts.sql")
                .containsEntry("cubes/facts.sql", "facts");
    }

    @Test
    void readsFromClassFolders() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("a b/pages"));
        Path known = Files.writeString(pages.resolve("definitions.md"), "definitions");
        Files.writeString(folder.resolve("a b/site.yml"), "site");

        assertThat(ResourceFolder.texts(known.toUri().toURL(), "pages/definitions.md"))
                .containsOnlyKeys("pages/definitions.md", "site.yml");
    }

    private static void write(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(text.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }
}
