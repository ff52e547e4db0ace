package bizops.report.cli;

import bizops.report.reading.SiteReader;
import bizops.report.source.SiteFiles;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.file.Path;

/** {@code check}: reads the files of a site, without any database, and tells every mistake with its line. */
@Parameters(commandDescription = "Read the files of a project and name every mistake, without a database")
public final class CheckCommand implements Command {
    @Parameter(
            names = "--project",
            placeholder = "FOLDER",
            description = "Folder with your cubes, measures and pages",
            required = true)
    private String project = "";

    @Override
    public void run(Terminal terminal) throws IOException {
        SiteFiles site = SiteReader.read(Path.of(project));
        long tiles =
                site.pages().stream().mapToLong(page -> page.tiles().count()).sum();
        terminal.print(site.pages().size() + " pages, " + tiles + " tiles, "
                + site.measures().size() + " measures, " + site.cubes().size() + " cubes: no mistake");
    }
}
