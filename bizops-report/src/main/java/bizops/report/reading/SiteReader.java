package bizops.report.reading;

import bizops.report.source.CubeFile;
import bizops.report.source.Measure;
import bizops.report.source.PageFile;
import bizops.report.source.SiteFiles;
import bizops.report.yaml.Mistakes;
import bizops.singer.error.ConfigException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        Map<String, SourceFile> user = project == null ? Map.of() : new ProjectFolder(project, mistakes).read();
        SiteFiles site = read(SourceFiles.of(own, user), mistakes);
        mistakes.throwIfAny();
        return site;
    }

    private static SiteFiles read(SourceFiles files, Mistakes mistakes) {
        Cubes cubes = cubes(files, mistakes);
        MeasuresReader measuresReader = new MeasuresReader(cubes, mistakes);
        files.measures().values().stream()
                .sorted(Comparator.comparing(file -> !file.isOwn()))
                .forEach(measuresReader::add);
        Map<String, Measure> measures = measuresReader.read();
        Catalog catalog = new Catalog(
                cubes,
                measures,
                measuresReader.names(),
                measuresReader.isComplete(),
                files.pages().keySet());
        SiteSettings settings = SiteSettings.read(files.site(), mistakes);
        return new SiteFiles(
                settings.title(),
                settings.period(),
                settings.grain(),
                measures,
                measuresReader.reasons(),
                cubes.read(),
                pages(files, catalog, mistakes),
                files.targets()
                        .map(file -> new TargetsReader(file, catalog, mistakes).read())
                        .orElse(List.of()),
                files.theme()
                        .map(file -> new ThemeReader(file, mistakes).read())
                        .orElse(""));
    }

    private static Cubes cubes(SourceFiles files, Mistakes mistakes) {
        Map<String, CubeFile> cubes = new TreeMap<>();
        files.cubes()
                .forEach(
                        (name, file) -> new CubeReader(file, mistakes).read().ifPresent(cube -> cubes.put(name, cube)));
        return new Cubes(cubes, files.cubes().keySet());
    }

    private static List<PageFile> pages(SourceFiles files, Catalog catalog, Mistakes mistakes) {
        List<PageFile> pages = new ArrayList<>();
        files.pages()
                .values()
                .forEach(file -> new PageReader(file, catalog, mistakes).read().ifPresent(pages::add));
        pages.sort(Comparator.comparingInt(PageFile::order).thenComparing(PageFile::name));
        return pages;
    }
}
