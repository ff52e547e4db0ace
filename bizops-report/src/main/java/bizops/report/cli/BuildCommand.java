package bizops.report.cli;

import bizops.report.cube.CubeData;
import bizops.report.cube.Marts;
import bizops.report.page.Site;
import bizops.report.reading.SiteReader;
import bizops.report.source.SiteFiles;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.cli.Version;
import bizops.singer.config.ConfigLoader;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.ConfigException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code build}: reads the marts and writes the pages; the path of the first is the last line of standard output. */
@Parameters(commandDescription = "Read the marts and write the site")
public final class BuildCommand implements Command {
    @Parameter(
            names = "--config",
            placeholder = "FILE",
            description = "JSON file with host, port, user, password, database, schema_prefix; ENV or none: variables",
            order = 1)
    private List<String> config = new ArrayList<>();

    @Parameter(
            names = "--out",
            placeholder = "FOLDER",
            description = "Directory that the pages are written to",
            required = true,
            order = 2)
    private String out = "";

    @Parameter(
            names = "--project",
            placeholder = "FOLDER",
            description = "Folder with your cubes, measures and pages",
            order = 3)
    private @Nullable String project;

    @Parameter(
            names = "--with-details",
            description = "Read cubes of rows about persons too: the pages then hold names",
            order = 4)
    private boolean withDetails;

    @Override
    public void run(Terminal terminal) {
        SettingsSchema schema = SettingsSchema.load(BuildCommand.class, "settings.schema.json");
        ConfigLoader loader = new ConfigLoader("bizops-report", schema, terminal.environment(), terminal.stdin());
        Warehouse warehouse = Warehouse.of(loader.load(config));
        SiteFiles files = SiteReader.read(project == null ? null : Path.of(project));
        Marts marts = warehouse.read(files.cubes().values(), withDetails);
        Site site = new Site(files, marts, "bizops-report " + Version.current());
        Path index = write(site);
        Warnings.print(site, marts, terminal);
        terminal.stderr().println(summary(site.pages(), files, marts));
        print(terminal, index.toAbsolutePath().normalize().toString());
    }

    private Path write(Site site) {
        try {
            return site.write(Path.of(out));
        } catch (IOException e) {
            throw new ConfigException("--out " + out + ": cannot write there: " + e.getMessage(), e);
        }
    }

    private static String summary(int pages, SiteFiles files, Marts marts) {
        return "INFO bizops-report: as of " + marts.build().asOf() + ", "
                + pages + " pages, "
                + files.measures().size() + " measures, "
                + marts.cubes().size() + " cubes of "
                + marts.cubes().values().stream().mapToLong(CubeData::rows).sum() + " rows, "
                + marts.months().size() + " months";
    }

    private static void print(Terminal terminal, String line) {
        try {
            terminal.print(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
