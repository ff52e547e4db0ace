package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What compilers do not check in the project's files. */
final class SourceRulesTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final int LONGEST = 400;
    private static final Set<String> NOT_OURS = Set.of(".git", "node_modules", "demo", ".idea");
    private static final Pattern TEXT = Pattern.compile(".*\\.(java|md|xml|yml|yaml|sh|sql|json|txt|jte|js|css)");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.$}])/(work|root|home/[a-z]+|Users/[A-Za-z]+)/");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    @Test
    void noJavaFileIsLongerThanOneSitting() {
        assertThat(files(path -> path.endsWith(".java") && lines(path).size() > LONGEST))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndMarksItsNulls() {
        List<String> packages = files(path -> path.endsWith(".java") && path.contains("/src/main/java/")).stream()
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .distinct()
                .toList();

        assertThat(packages).isNotEmpty().allSatisfy(folder -> {
            Path info = PROJECT.resolve(folder).resolve("package-info.java");
            assertThat(info).exists().content().contains("@NullMarked").startsWith("/**");
        });
    }

    @Test
    void noFileNamesAPlaceOnSomebodysMachine() {
        assertThat(files(path -> TEXT.matcher(path).matches() && finds(path, MACHINE_PATH)))
                .isEmpty();
    }

    @Test
    void noFileLeavesAnythingForLater() {
        assertThat(files(path -> TEXT.matcher(path).matches() && finds(path, UNFINISHED)))
                .isEmpty();
    }

    private static boolean finds(String path, Pattern pattern) {
        return lines(path).stream().anyMatch(line -> pattern.matcher(line).find());
    }

    private static List<String> lines(String path) {
        try {
            return Files.readAllLines(PROJECT.resolve(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Maven's folder {@code target} lies beside a pom; a package may have that name as well. */
    private static boolean isOurs(Path directory) {
        String name = String.valueOf(directory.getFileName());
        boolean built = name.equals("target") && Files.exists(directory.resolveSibling("pom.xml"));
        return directory.equals(PROJECT) || (!built && !NOT_OURS.contains(name));
    }

    /** The project's files, relative to its root, that {@code wanted} accepts. */
    private static List<String> files(Predicate<String> wanted) {
        List<String> found = new ArrayList<>();
        try {
            Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return isOurs(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String path = PROJECT.relativize(file).toString();
                    if (wanted.test(path)) {
                        found.add(path);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
