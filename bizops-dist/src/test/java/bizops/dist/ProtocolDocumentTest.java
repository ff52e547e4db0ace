package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document of the protocol's rules names tests that are there, one at least for each rule. */
final class ProtocolDocumentTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCUMENT = PROJECT.resolve("docs").resolve("protocol.md");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]*(?:Test|IT))`");
    private static final String DIFFERENCES = "## Where this differs";

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        Set<String> named = TEST.matcher(text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(80);
        assertThat(testClasses()).containsAll(named);
    }

    @Test
    void everyRuleHasATest() throws IOException {
        List<String> rules = text().substring(0, text().indexOf(DIFFERENCES))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| rule |") && !line.startsWith("| --- "))
                .toList();

        assertThat(rules)
                .hasSizeGreaterThan(80)
                .allSatisfy(rule -> assertThat(TEST.matcher(rule).results().map(MatchResult::group))
                        .isNotEmpty());
    }

    private static String text() throws IOException {
        return Files.readString(DOCUMENT, StandardCharsets.UTF_8);
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            Set<String> names = new TreeSet<>();
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(".java"))
                            .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
                }
            }
            return names;
        }
    }
}
