package bizops.report.page;

import bizops.report.page.Part.Glossary;
import bizops.report.page.Part.Meaning;
import bizops.report.source.Measure;
import bizops.report.source.PageFile;
import bizops.report.source.SiteFiles;
import bizops.report.source.Tile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The measures of a site in groups: each below the first page that shows it, those of no page last. Immutable. */
final class Glossaries {
    private final SiteFiles files;
    private final Function<Measure, Meaning> meanings;

    Glossaries(SiteFiles files, Function<Measure, Meaning> meanings) {
        this.files = files;
        this.meanings = meanings;
    }

    /** The name of the first page that explains all measures; null where none does. */
    static @Nullable String page(SiteFiles files) {
        return files.pages().stream()
                .filter(page -> page.tiles().anyMatch(Tile::definitions))
                .map(PageFile::name)
                .findFirst()
                .orElse(null);
    }

    Glossary of(Tile tile) {
        Map<String, List<Glossary.Entry>> byPage = new LinkedHashMap<>();
        List<Glossary.Entry> others = new ArrayList<>();
        for (Measure measure : files.measures().values()) {
            List<PageFile> pages = files.pages().stream()
                    .filter(page ->
                            page.tiles().anyMatch(each -> each.measures().contains(measure.name())))
                    .toList();
            List<Glossary.Entry> group = pages.isEmpty()
                    ? others
                    : byPage.computeIfAbsent(pages.get(0).name(), page -> new ArrayList<>());
            boolean isNamesake = files.measures().values().stream()
                    .anyMatch(other -> other != measure && other.title().equals(measure.title()));
            group.add(new Glossary.Entry(meanings.apply(measure), pages, isNamesake));
        }
        List<Glossary.Group> groups = new ArrayList<>();
        files.pages()
                .forEach(page -> add(groups, page.name(), page.title(), byPage.getOrDefault(page.name(), List.of())));
        add(groups, "others", "On no page", others);
        return new Glossary(tile, List.copyOf(groups));
    }

    private static void add(List<Glossary.Group> groups, String name, String title, List<Glossary.Entry> entries) {
        if (!entries.isEmpty()) {
            groups.add(new Glossary.Group("definitions-" + name, title, List.copyOf(entries)));
        }
    }
}
