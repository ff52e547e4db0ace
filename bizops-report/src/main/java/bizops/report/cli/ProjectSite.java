package bizops.report.cli;

import bizops.report.cube.Marts;
import bizops.report.page.Site;
import bizops.report.reading.SiteReader;
import bizops.report.serve.SiteBuilder;
import bizops.report.source.CubeFile;
import bizops.report.source.SiteFiles;
import bizops.singer.cli.Terminal;
import bizops.singer.cli.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a project's site again and again. The marts are read again only where a cube has changed. Owned by one thread. */
final class ProjectSite implements SiteBuilder {
    private final Path project;
    private final Warehouse warehouse;
    private final boolean withDetails;
    private final Terminal terminal;
    private @Nullable Marts marts;
    private Map<String, CubeFile> cubes = Map.of();

    ProjectSite(Path project, Warehouse warehouse, boolean withDetails, Terminal terminal) {
        this.project = project;
        this.warehouse = warehouse;
        this.withDetails = withDetails;
        this.terminal = terminal;
    }

    @Override
    public void build(Path directory, String script) throws IOException {
        SiteFiles files = SiteReader.read(project);
        Marts read = marts(files);
        Site site = new Site(files, read, "bizops-report " + Version.current()).running(script);
        site.write(directory);
        Warnings.print(site, read, terminal);
    }

    private Marts marts(SiteFiles files) {
        Marts read = marts;
        if (read == null || !files.cubes().equals(cubes)) {
            read = warehouse.read(files.cubes().values(), withDetails);
            marts = read;
            cubes = files.cubes();
        }
        return read;
    }
}
