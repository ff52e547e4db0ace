package bizops.report.cli;

import bizops.report.cube.Cube;
import bizops.report.page.Site;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.cli.Version;
import bizops.singer.config.ConfigLoader;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.ConfigException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code build}: reads the marts and writes the page; the page's path is the last line of standard output. */
@Parameters(commandDescription = "Read the marts and write the page")
public final class BuildCommand implements Command {
    @Parameter(
            names = "--config",
            description = "JSON file with host, port, user, password, database, schema_prefix; ENV or none: variables",
            order = 1)
    private List<String> config = new ArrayList<>();

    @Parameter(names = "--out", description = "Directory that index.html is written to", required = true, order = 2)
    private String out = "";

    @Override
    public void run(Terminal terminal) {
        SettingsSchema schema = SettingsSchema.load(BuildCommand.class, "settings.schema.json");
        ConfigLoader loader = new ConfigLoader("bizops-report", schema, terminal.environment(), terminal.stdin());
        Warehouse warehouse = Warehouse.of(loader.load(config));
        Cube cube = warehouse.read();
        Path page = write(cube);
        terminal.stderr().println(summary(cube));
        print(terminal, page.toAbsolutePath().normalize().toString());
    }

    private Path write(Cube cube) {
        try {
            return new Site().write(cube, "bizops-report " + Version.current(), Path.of(out));
        } catch (IOException e) {
            throw new ConfigException("--out " + out + ": cannot write there: " + e.getMessage(), e);
        }
    }

    private static String summary(Cube cube) {
        return "INFO bizops-report: as of " + cube.build().asOf() + ", "
                + cube.campaigns().size() + " campaigns, "
                + cube.build().models().size() + " models, "
                + cube.months().size() + " months, " + cube.facts().size() + " facts, "
                + cube.notes().size() + " notes";
    }

    private static void print(Terminal terminal, String line) {
        try {
            terminal.print(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
