package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The documents lead to each other, and what they name is there. */
final class DocumentsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCS = PROJECT.resolve("docs");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern TITLE = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern TESTS = Pattern.compile("-D(?:it\\.)?test=(?!None\\b)(\\w+)");
    private static final Pattern MODULES = Pattern.compile("-pl ([\\w,-]+)");

    @Test
    void everyDocumentIsFoundFromAnother() throws IOException {
        List<Path> pages = pages();

        for (Path page : documents(DOCS)) {
            String name = String.valueOf(page.getFileName());
            assertThat(pages)
                    .as(name)
                    .filteredOn(other -> !other.equals(page))
                    .anyMatch(other -> LINK.matcher(text(other))
                            .results()
                            .anyMatch(link -> ("/" + link.group(1)).endsWith("/" + name)));
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            LINK.matcher(text(page)).results().forEach(link -> {
                if (!leadsSomewhere(page, link.group(1), link.group(2))) {
                    broken.add(PROJECT.relativize(page) + ": " + link.group());
                }
            });
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void whatTheCommandsOfContributingNameIsThere() throws IOException {
        String page = Files.readString(PROJECT.resolve("CONTRIBUTING.md"));
        List<String> tests =
                TESTS.matcher(page).results().map(found -> found.group(1)).toList();
        List<String> modules = MODULES.matcher(page)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
                .toList();

        assertThat(tests)
                .hasSizeGreaterThan(3)
                .allSatisfy(test -> assertThat(isThere(test)).as(test).isTrue());
        assertThat(modules)
                .hasSizeGreaterThan(3)
                .allSatisfy(module ->
                        assertThat(PROJECT.resolve(module + "/pom.xml")).exists());
        // What the first change does, and what undoes it in the test.
        assertThat(PROJECT.resolve("bizops-singer-core/src/main/java/bizops/singer/error/Suggestion.java"))
                .content()
                .contains("did you mean");
        assertThat(PROJECT.resolve("bizops-singer-core/src/test/java/bizops/singer/error/SuggestionTest.java"))
                .content()
                .contains("did you mean", "isAHintBehindAMessage");
    }

    private static boolean leadsSomewhere(Path page, String path, @Nullable String title) {
        Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        if (title == null || !target.toString().endsWith(".md")) {
            return true;
        }
        return TITLE.matcher(text(target))
                .results()
                .anyMatch(found -> anchor(found.group(1)).equals(title));
    }

    /** As GitLab and GitHub make them. */
    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }

    private static boolean isThere(String test) throws IOException {
        for (Path module : folders(PROJECT)) {
            Path tests = module.resolve("src/test/java");
            if (Files.isDirectory(tests)) {
                try (Stream<Path> files = Files.walk(tests)) {
                    if (files.anyMatch(file -> file.endsWith(test + ".java"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Those of the project, of docs and of each module and its docs. */
    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(documents(DOCS));
        pages.addAll(documents(PROJECT));
        for (Path module : folders(PROJECT)) {
            if (Files.exists(module.resolve("README.md"))) {
                pages.add(module.resolve("README.md"));
            }
            if (Files.isDirectory(module.resolve("docs"))) {
                pages.addAll(documents(module.resolve("docs")));
            }
        }
        return pages;
    }

    private static List<Path> documents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }
}
