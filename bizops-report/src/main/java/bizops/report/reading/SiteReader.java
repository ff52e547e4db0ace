package bizops.report.reading;

import bizops.report.catalog.Catalog;
import bizops.report.files.ProgramFolder;
import bizops.report.files.ProjectFolder;
import bizops.report.files.SourceFile;
import bizops.report.files.SourceFiles;
import bizops.report.markdown.Pages;
import bizops.report.source.PageFile;
import bizops.report.source.SiteFiles;
import bizops.report.yaml.Mistakes;
import bizops.singer.error.ConfigException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads all files of a site. */
public final class SiteReader {
    private SiteReader() {}

    /**
     * Reads the program's own files and the user's on top.
     *
     * @param project the user's folder; null for the program's own alone
     * @throws ConfigException with a line for each mistake, beginning with file and line
     */
    public static SiteFiles read(@Nullable Path project) {
        return read(ProgramFolder.read(), project);
    }

    static SiteFiles read(Map<String, SourceFile> own, @Nullable Path project) {
        Mistakes mistakes = new Mistakes();
        Map<String, SourceFile> user = project == null ? Map.of() : ProjectFolder.read(project, mistakes);
        SiteFiles site = read(SourceFiles.of(own, user), mistakes);
        mistakes.throwIfAny();
        return site;
    }

    private static SiteFiles read(SourceFiles files, Mistakes mistakes) {
        Catalog catalog = Catalog.read(files, mistakes);
        SiteSettings settings = SiteSettings.read(files.site(), files.pages().keySet(), mistakes);
        SiteFiles site = new SiteFiles(
                settings.title(),
                settings.period(),
                settings.grain(),
                catalog.measures(),
                catalog.reasons(),
                catalog.cubes(),
                pages(files, catalog, settings.hidden(), mistakes),
                files.targets()
                        .map(file -> new TargetsReader(file, catalog, mistakes).read())
                        .orElse(List.of()),
                files.theme()
                        .map(file -> new ThemeReader(file, mistakes).read())
                        .orElse(""));
        return site.with(site.pages());
    }

    private static List<PageFile> pages(SourceFiles files, Catalog catalog, Set<String> hidden, Mistakes mistakes) {
        List<PageFile> pages = new ArrayList<>();
        Pages names = new Pages(files.pages().keySet(), hidden);
        int before = mistakes.count();
        files.pages()
                .values()
                .forEach(file ->
                        new PageReader(file, catalog, names, mistakes).read().ifPresent(pages::add));
        if (mistakes.count() == before && catalog.isComplete()) {
            RowsCheck.check(catalog, pages, mistakes);
        }
        pages.removeIf(page -> hidden.contains(page.name()));
        pages.sort(Comparator.comparingInt(PageFile::order).thenComparing(PageFile::name));
        return pages;
    }
}
