package bizops.report.reading;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.files.SourceFile;
import bizops.report.source.SiteFiles;
import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A small site without a mistake, in a folder, to be changed by tests. */
final class ExampleSite {
    private final Path folder;

    private ExampleSite(Path folder) {
        this.folder = folder;
    }

    /** Copies it into a folder. */
    static ExampleSite in(Path folder) {
        ExampleSite site = new ExampleSite(folder);
        files().forEach((path, file) -> site.write(path, file.text()));
        return site;
    }

    /** Its files by path. */
    static Map<String, SourceFile> files() {
        URL known = Objects.requireNonNull(ExampleSite.class.getResource("example/site.yml"));
        Map<String, SourceFile> texts = new TreeMap<>();
        try {
            Path root = Objects.requireNonNull(Path.of(known.toURI()).getParent());
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String path = root.relativize(file).toString();
                    texts.put(path, new SourceFile(path, true, Files.readString(file, StandardCharsets.UTF_8)));
                }
            }
            return texts;
        } catch (URISyntaxException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Puts other words into a file, in place of words that stand there once. */
    ExampleSite change(String file, String words, String others) {
        String text = text(file);
        assertThat(text.split(Pattern.quote(words), -1))
                .as("%s stands once in %s", words, file)
                .hasSize(2);
        return write(file, text.replace(words, others));
    }

    ExampleSite write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    ExampleSite write(String file, byte[] bytes) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, bytes);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads it without any of the program's own files. */
    SiteFiles read() {
        return SiteReader.read(Map.of(), folder);
    }

    /** What is wrong with it; empty where nothing is. */
    List<String> mistakes() {
        try {
            read();
            return List.of();
        } catch (ConfigException wrong) {
            return wrong.problems();
        }
    }
}
