package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every container image: seen in its file, as CI has no engine; packaging/check-images builds them. */
final class PackagingTest {
    static List<Path> containerfiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "packaging", "container"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("containerfiles")
    void isBuiltInTwoStagesOverABaseThatMayBeChosen(Path file) throws IOException {
        List<String> instructions = instructions(file);

        assertThat(instructions)
                .filteredOn(line -> line.startsWith("FROM "))
                .containsExactly("FROM ${BASE} AS made", "FROM ${BASE}");
        assertThat(instructions.get(0)).startsWith("ARG BASE=");
        assertThat(String.join("\n", instructions)).contains("bizops install-cache", "COPY --from=made ");
    }

    @ParameterizedTest
    @MethodSource("containerfiles")
    void runsAsAUserThatOwnsNoneOfThePrograms(Path file) throws IOException {
        List<String> instructions = instructions(file);

        assertThat(instructions).filteredOn(line -> line.startsWith("USER ")).containsExactly("USER 10001:10001");
        assertThat(instructions.indexOf("USER 10001:10001"))
                .isGreaterThan(instructions.indexOf("COPY --from=made /opt/bizops /opt/bizops"));
        assertThat(instructions).noneMatch(line -> line.startsWith("COPY") && line.contains("--chown"));
    }

    private static List<String> instructions(Path file) throws IOException {
        String joined = Files.readString(file).replace("\\\n", "");
        return joined.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
