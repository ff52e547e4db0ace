package bizops.cli;

import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;

/** The program {@code bizops}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Launcher.main(program(), arguments);
    }

    /** The program, for callers with streams of their own. */
    public static Program program() {
        return Program.named("bizops", "Runs the taps, the target, the transform and the report together.")
                .with("demo", new DemoCommand())
                .with("run", new RunCommand())
                .with("backfill", new BackfillCommand())
                .with("history", new HistoryCommand())
                .with("logs", new LogsCommand())
                .with("discover", new DiscoverCommand())
                .with("select", new SelectCommand())
                .with("init", new InitCommand())
                .with("doctor", new DoctorCommand())
                .with("audit", new AuditCommand())
                .with("prune", new PruneCommand())
                .with("state", new StateCommand())
                .with("grants", new GrantsCommand())
                .with("install-cache", new InstallCacheCommand());
    }
}
