package bizops.report.cli;

import bizops.report.metabase.Metabase;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.config.ConfigLoader;
import bizops.singer.config.Secret;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.ConfigException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code metabase}: makes the marts' questions and dashboards in Metabase, or brings them up to date. */
@Parameters(commandDescription = "Experimental: make or update questions and dashboards of the marts in Metabase")
public final class MetabaseCommand implements Command {
    @Parameter(
            names = "--url",
            placeholder = "URL",
            description = "Metabase's address, such as https://metabase.example",
            required = true)
    private String url = "";

    @Parameter(
            names = "--api-key-file",
            placeholder = "FILE",
            description = "File with an API key of Metabase",
            required = true)
    private String keyFile = "";

    @Parameter(
            names = "--config",
            placeholder = "FILE",
            description = "JSON file with schema_prefix, where the marts are not in the schema marts")
    private List<String> config = new ArrayList<>();

    @Parameter(
            names = "--database",
            placeholder = "NAME",
            description = "What Metabase calls the database; without it the only PostgreSQL one")
    private @Nullable String database;

    @Parameter(names = "--dry-run", description = "Only print what would be done")
    private boolean dryRun;

    @Override
    public void run(Terminal terminal) throws IOException {
        Metabase metabase = new Metabase(address(), key(), database, prefix(terminal));
        List<String> steps = metabase.update(terminal.environment(), dryRun);
        for (String step : steps) {
            terminal.print(step);
        }
    }

    private String address() {
        if (!url.matches("https?://[^/?#@]+(/[^?#]*)?")) {
            throw new ConfigException("--url must be Metabase's address, such as https://metabase.example");
        }
        return url.replaceAll("/+$", "");
    }

    private Secret key() {
        try {
            String key = Files.readString(Path.of(keyFile)).strip();
            if (!key.matches("[!-~]+")) {
                throw new ConfigException("--api-key-file " + keyFile + ": must hold an API key and nothing else");
            }
            return new Secret(key);
        } catch (IOException e) {
            throw new ConfigException("--api-key-file " + keyFile + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private String prefix(Terminal terminal) {
        if (config.isEmpty()) {
            return "";
        }
        SettingsSchema schema = SettingsSchema.load(BuildCommand.class, "settings.schema.json");
        return new ConfigLoader("bizops-report", schema, terminal.environment(), terminal.stdin())
                .load(config)
                .optionalString("schema_prefix")
                .orElse("");
    }
}
