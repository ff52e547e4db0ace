package bizops.report;

import bizops.report.cli.BuildCommand;
import bizops.report.cli.CheckCommand;
import bizops.report.cli.ListCommand;
import bizops.report.cli.MetabaseCommand;
import bizops.report.cli.ServeCommand;
import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;

/** The executable {@code bizops-report}. */
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Launcher.main(program(), arguments);
    }

    /** The program, for callers with streams of their own and for what describes it. */
    public static Program program() {
        return Program.named("bizops-report", "Makes a site of pages that open from a file out of the marts.")
                .with("build", new BuildCommand())
                .with("check", new CheckCommand())
                .with("list", new ListCommand())
                .with("serve", new ServeCommand())
                .with("metabase", new MetabaseCommand());
    }
}
