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
        Map<String, Glossary.Group> groups = new LinkedHashMap<>();
        files.pages().forEach(page -> groups.put(page.name(), group(page.name(), page.title())));
        Glossary.Group others = group("others", "On no page");
        for (Measure measure : files.measures().values()) {
            List<PageFile> pages = files.pages().stream()
                    .filter(page ->
                            page.tiles().anyMatch(each -> each.measures().contains(measure.name())))
                    .toList();
            Glossary.Group group =
                    pages.isEmpty() ? others : groups.getOrDefault(pages.get(0).name(), others);
            group.entries().add(new Glossary.Entry(meanings.apply(measure), pages));
        }
        List<Glossary.Group> all = new ArrayList<>(groups.values());
        all.add(others);
        all.removeIf(group -> group.entries().isEmpty());
        return new Glossary(tile, all);
    }

    private static Glossary.Group group(String name, String title) {
        return new Glossary.Group("definitions-" + name, title, new ArrayList<>());
    }
}
