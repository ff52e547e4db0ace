package bizops.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where pages are written to. */
final class OutputTest {
    @TempDir
    private Path parent;

    @Test
    void writesAllPagesAndNothingElseButTheirList() throws IOException {
        Path directory = parent.resolve("public/site");
        new Output(directory).write(Map.of("index.html", "one", "b.html", "two"));

        assertThat(names(directory)).containsExactly("b.html", "bizops-report.sha256", "index.html");
        assertThat(directory.resolve("b.html")).hasContent("two");
        assertThat(Files.readAllLines(directory.resolve("bizops-report.sha256")))
                .contains("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  index.html");
    }

    @Test
    void removesThePagesOfAnEarlierBuildThatAreNoMore() throws IOException {
        Output output = new Output(parent);
        Files.writeString(parent.resolve("of-somebody.html"), "theirs");
        output.write(Map.of("index.html", "one", "old.html", "two", "changed.html", "three"));
        Files.writeString(parent.resolve("changed.html"), "by hand");
        output.write(Map.of("index.html", "new"));

        assertThat(names(parent))
                .containsExactly("bizops-report.sha256", "changed.html", "index.html", "of-somebody.html");
        assertThat(parent.resolve("index.html")).hasContent("new");
    }

    @Test
    void leavesTheEarlierPagesIfOneCannotBeWritten() throws IOException {
        Output output = new Output(parent);
        output.write(Map.of("index.html", "one", "a.html", "two"));
        Files.createDirectories(parent.resolve("z.html.part/occupied"));

        assertThatThrownBy(() -> output.write(Map.of("index.html", "new", "z.html", "new")))
                .isInstanceOf(IOException.class);
        assertThat(parent.resolve("index.html")).hasContent("one");
        assertThat(parent.resolve("a.html")).hasContent("two");
        assertThat(names(parent)).containsExactly("a.html", "bizops-report.sha256", "index.html", "z.html.part");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
