package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a tap's document tells about the complaints of other taps' users is held by tests: the last column of each row of
 * its tables names them as {@code Class.method}, or says in a sentence, without any code in it, why there is none.
 */
final class ComplaintsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*\\.\\w+)`");
    private static final Pattern ONLY_TESTS = Pattern.compile("`[A-Z]\\w*\\.\\w+`(?:, `[A-Z]\\w*\\.\\w+`)*");
    private static final Pattern SENTENCE = Pattern.compile("[A-Z][^`]{10,}\\.");
    private static final Pattern TEST =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|Property)\\b.*?\\bvoid (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");

    static List<Path> documents() throws IOException {
        return folders(PROJECT).stream()
                .map(module -> module.resolve("docs/complaints.md"))
                .filter(Files::exists)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyRowNamesTestsThatAreThereOrAReason(Path document) throws IOException {
        Set<String> there = tests(PROJECT.relativize(document).getName(0).toString());
        List<String> rows = rows(Files.readAllLines(document));

        assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> {
            String last = lastCell(row);
            assertThat(last)
                    .as(row)
                    .matches(cell -> ONLY_TESTS.matcher(cell).matches()
                            || SENTENCE.matcher(cell).matches());
            assertThat(there)
                    .as(row)
                    .containsAll(NAMED.matcher(last)
                            .results()
                            .map(found -> found.group(1))
                            .toList());
        });
    }

    /** Those of all tables, without their heads. */
    private static List<String> rows(List<String> lines) {
        return Stream.iterate(0, n -> n < lines.size(), n -> n + 1)
                .filter(n -> lines.get(n).startsWith("| ") && !isRule(lines, n) && !isRule(lines, n + 1))
                .map(lines::get)
                .toList();
    }

    private static boolean isRule(List<String> lines, int n) {
        return n < lines.size() && lines.get(n).startsWith("| ---");
    }

    private static String lastCell(String row) {
        String[] cells = CELLS.split(row);
        return cells[cells.length - 1].strip();
    }

    /** {@code Class.method} of every test of a tap and of what all taps share. */
    private static Set<String> tests(String tap) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path module : folders(PROJECT)) {
            String name = String.valueOf(module.getFileName());
            Path sources = module.resolve("src/test/java");
            if (Files.isDirectory(sources) && (name.equals(tap) || !name.startsWith("tap-"))) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(file -> addTests(file, names));
                }
            }
        }
        return names;
    }

    private static void addTests(Path file, Set<String> names) {
        String type = String.valueOf(file.getFileName()).replace(".java", "");
        try {
            TEST.matcher(Files.readString(file)).results().forEach(found -> names.add(type + "." + found.group(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }
}
