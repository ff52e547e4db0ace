package bizops.report.cli;

import bizops.report.serve.SiteServer;
import bizops.singer.cli.Command;
import bizops.singer.cli.Signals;
import bizops.singer.cli.Terminal;
import bizops.singer.config.ConfigLoader;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.ConfigException;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code serve}: shows the site on this machine while its files are written; its address is a line of standard output. */
@Parameters(commandDescription = "Show the site on this machine, and build it again whenever a file changes")
public final class ServeCommand implements Command {
    private static final int LAST_PORT = 65_535;

    @Parameter(
            names = "--config",
            placeholder = "FILE",
            description = "JSON file with host, port, user, password, database, schema_prefix; ENV or none: variables",
            order = 1)
    private List<String> config = new ArrayList<>();

    @Parameter(
            names = "--project",
            placeholder = "FOLDER",
            description = "Folder with your cubes, measures and pages",
            required = true,
            order = 2)
    private String project = "";

    @Parameter(
            names = "--port",
            placeholder = "PORT",
            description = "Where localhost listens; 0 for any that is free",
            order = 3)
    private int port = 8765;

    @Parameter(names = "--with-details", description = "Read cubes of rows about persons too", order = 4)
    private boolean withDetails;

    @Override
    public void run(Terminal terminal) throws Exception {
        if (port < 0 || port > LAST_PORT) {
            throw new UsageException("--port must be from 0 to " + LAST_PORT);
        }
        SettingsSchema schema = SettingsSchema.load(ServeCommand.class, "settings.schema.json");
        ConfigLoader loader = new ConfigLoader("bizops-report", schema, terminal.environment(), terminal.stdin());
        Path folder = Path.of(project);
        if (!Files.isDirectory(folder)) {
            throw new ConfigException("--project " + project + ": no such folder");
        }
        ProjectSite site = new ProjectSite(folder, Warehouse.of(loader.load(config)), withDetails, terminal);
        CountDownLatch stopped = new CountDownLatch(1);
        Signals.onSignal(stopped::countDown);
        try (SiteServer server = SiteServer.start(folder, port, site, mistakes -> tell(terminal, mistakes))) {
            terminal.print(server.address());
            stopped.await();
        }
    }

    private static void tell(Terminal terminal, List<String> mistakes) {
        mistakes.forEach(mistake -> terminal.stderr().println("ERROR bizops-report: " + mistake));
        if (mistakes.isEmpty()) {
            terminal.stderr().println("INFO bizops-report: built");
        }
    }
}
