package bizops.singer.tap;

import bizops.singer.catalog.Catalog;
import bizops.singer.catalog.CatalogJson;
import bizops.singer.catalog.CatalogMerge;
import bizops.singer.catalog.StreamPlan;
import bizops.singer.catalog.SyncPlan;
import bizops.singer.cli.About;
import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;
import bizops.singer.cli.Terminal;
import bizops.singer.config.Config;
import bizops.singer.config.ConfigLoader;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.ExitCode;
import bizops.singer.report.Quotes;
import bizops.singer.state.StateFile;
import bizops.singer.state.SyncState;
import bizops.singer.tap.cli.TapFlags;
import bizops.singer.write.MessageWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tap as an executable: every flag of the Singer world over one {@link Tap}. Immutable. */
public final class TapProgram {
    private static final List<String> CAPABILITIES =
            List.of("about", "activate-version", "audit", "catalog", "discover", "properties", "state", "test");

    private final String name;
    private final String description;
    private final SettingsSchema settings;
    private final TapFactory factory;

    /**
     * @param name the executable's name, such as {@code tap-hello}; variables {@code TAP_HELLO_…} set its settings
     * @param settings the tap's own settings; the kit adds its own
     */
    public TapProgram(String name, String description, SettingsSchema settings, TapFactory factory) {
        this.name = name;
        this.description = description;
        this.settings = KitSettings.addTo(settings);
        this.factory = factory;
    }

    /** Runs a tap whose settings stand in {@code settings.schema.json} beside {@code anchor}, and ends the process. */
    public static void main(String name, Class<?> anchor, TapFactory factory, String... arguments) {
        of(name, anchor, factory).start(arguments);
    }

    /** A tap whose settings stand in {@code settings.schema.json} beside {@code anchor}. */
    public static TapProgram of(String name, Class<?> anchor, TapFactory factory) {
        SettingsSchema settings = SettingsSchema.load(anchor, "settings.schema.json");
        return new TapProgram(name, settings.description(), settings, factory);
    }

    /** Runs the tap with the process's streams and ends the process. */
    public void start(String... arguments) {
        Launcher.main(program(), TapFlags.normal(List.of(arguments)).toArray(String[]::new));
    }

    /** Runs the tap with the given streams and answers the exit code. */
    public ExitCode run(Terminal terminal, List<String> arguments) {
        return Launcher.run(program(), terminal, TapFlags.normal(arguments));
    }

    /** What {@code --about} prints. */
    public About about() {
        return new About(name, description, CAPABILITIES, settings);
    }

    /** The executable, for what describes it. */
    public Program program() {
        return Program.of(name, description, new TapFlags(this::run));
    }

    private void run(TapFlags flags, Terminal terminal) throws Exception {
        if (flags.about()) {
            terminal.print(about().in(flags.format()));
            return;
        }
        boolean audit = flags.audit();
        Config config = new ConfigLoader(name, settings, terminal.environment(), terminal.stdin()).load(flags.config());
        KitSettings kit = KitSettings.of(config);
        Quotes.allow(kit.columnRules().isEmpty());
        boolean reading = !flags.discover() && flags.test() == TapFlags.Test.NONE;
        SyncState incoming = flags.state().map(StateFile::read).orElseGet(SyncState::empty);
        Optional<Catalog> catalog = flags.catalog().map(CatalogJson::read);
        @Nullable Catalog given = (reading ? catalog.map(Catalog::selected) : catalog).orElse(null);
        try (Tap tap = factory.open(new TapContext(name, config, terminal.environment()))) {
            Map<String, Stream> streams = Streams.byId(given != null && reading ? tap.streams(given) : tap.streams());
            Catalog source = Streams.catalog(streams);
            if (flags.discover()) {
                terminal.print(CatalogJson.write(given == null ? source : CatalogMerge.merge(source, given)));
            } else if (audit) {
                new AuditRun(streams, kit, incoming).run(SyncPlan.of(source, given), terminal);
            } else {
                sync(tap, flags, terminal, kit, incoming, streams, source, given);
            }
        }
    }

    private static void sync(
            Tap tap,
            TapFlags flags,
            Terminal terminal,
            KitSettings kit,
            SyncState incoming,
            Map<String, Stream> streams,
            Catalog source,
            @Nullable Catalog given)
            throws Exception {
        boolean test = flags.test() != TapFlags.Test.NONE;
        List<StreamPlan> plans = test ? SyncPlan.ofAll(source, given) : SyncPlan.of(source, given);
        try (MessageWriter messages = new MessageWriter(terminal.stdout())) {
            StateWriter states = new StateWriter(messages, incoming, kit, test);
            RunContext run = new RunContext(kit, messages, states, Instant.now(), test ? 1 : 0);
            SyncRun sync = new SyncRun(tap, streams, run);
            OrderlyEnd end = OrderlyEnd.onSignal(run);
            try {
                if (flags.test() == TapFlags.Test.SCHEMAS) {
                    sync.schemas(plans);
                } else {
                    sync.sync(plans);
                }
            } finally {
                end.done();
            }
        }
    }
}
