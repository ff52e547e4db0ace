package bizops.target;

import bizops.singer.cli.About;
import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;
import bizops.singer.cli.Signals;
import bizops.singer.cli.Terminal;
import bizops.singer.config.Config;
import bizops.singer.config.ConfigLoader;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.ConfigException;
import bizops.singer.error.UsageException;
import bizops.singer.report.Quotes;
import bizops.target.acknowledge.StateFile;
import bizops.target.acknowledge.StateWriter;
import bizops.target.cli.TargetFlags;
import bizops.target.connect.ConnectionSettings;
import bizops.target.connect.Database;
import bizops.target.load.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code target-postgres}: loads Singer messages into PostgreSQL. */
public final class Main {
    private static final String NAME = "target-postgres";
    private static final String DESCRIPTION = "Loads Singer messages from standard input into PostgreSQL";
    private static final List<String> CAPABILITIES = List.of(
            "about",
            "activate-version",
            "batch",
            "hard-delete",
            "schema-flattening",
            "soft-delete",
            "stream-maps",
            "target-schema",
            "validate-records");

    private Main() {}

    public static void main(String... arguments) {
        Launcher.main(program(), arguments);
    }

    /** The program, for callers with streams of their own. */
    public static Program program() {
        return Program.of(NAME, DESCRIPTION, new TargetFlags(Main::run));
    }

    /** What {@code --about} prints. */
    public static About about() {
        return new About(NAME, DESCRIPTION, CAPABILITIES, SettingsSchema.load(Main.class, "settings.schema.json"));
    }

    private static void run(TargetFlags flags, Terminal terminal) throws Exception {
        if (flags.about()) {
            terminal.print(about().in(flags.format()));
            return;
        }
        if (flags.config().contains("-")) {
            throw new ConfigException("--config - cannot be: the messages come on standard input; name a file");
        }
        Config config = new ConfigLoader(
                        NAME, about().settings(), terminal.environment(), InputStream.nullInputStream())
                .load(flags.config());
        TargetSettings settings = TargetSettings.of(
                config,
                NAME,
                terminal.environment()
                        .getOrDefault("BIZOPS_RUN_ID", UUID.randomUUID().toString()),
                flags.tapState().map(Main::state));
        Quotes.allow(!config.has("column_rules"));
        if (flags.replayRejected()) {
            if (flags.input().isPresent()) {
                throw new UsageException("--replay-rejected reads no messages: leave --input out");
            }
            TargetSettings replay = settings.forReplay();
            load(
                    replay,
                    flags,
                    terminal,
                    new ReplaySource(
                            new Database(replay.connection()),
                            replay.intake().badRecords().table()));
        } else if (flags.input().isPresent()) {
            try (InputStream messages = open(flags.input().get())) {
                load(settings, flags, terminal, new MessageSource(messages, settings.maxMessageBytes()));
            }
        } else {
            load(settings, flags, terminal, new MessageSource(terminal.stdin(), settings.maxMessageBytes()));
        }
    }

    private static void load(TargetSettings settings, TargetFlags flags, Terminal terminal, Source source)
            throws Exception {
        ConnectionSettings connection = settings.connection();
        Optional<StateFile> stateFile = flags.stateOutput().map(StateFile::new);
        try (Loader loader = new Loader(new Database(connection), settings.load(), connection.patience())) {
            TargetPostgres target = new TargetPostgres(
                    loader,
                    new StateWriter(terminal.stdout(), stateFile),
                    settings.limits(),
                    settings.intake(),
                    settings.sql());
            Signals.onSignal(target::stop);
            target.run(source);
        }
    }

    private static String state(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new ConfigException(
                    "--tap-state " + file + " cannot be read: give the file that the tap got as --state", unreadable);
        }
    }

    private static InputStream open(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException missing) {
            throw new ConfigException("--input " + file + ": there is no such file", missing);
        }
    }
}
