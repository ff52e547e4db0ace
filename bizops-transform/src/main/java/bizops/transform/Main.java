package bizops.transform;

import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;
import bizops.transform.cli.BuildCommand;
import bizops.transform.cli.DiffCommand;
import bizops.transform.cli.DocsCommand;
import bizops.transform.cli.DropCommand;
import bizops.transform.cli.ExplainCommand;
import bizops.transform.cli.GrantsCommand;
import bizops.transform.cli.MappingCommand;
import bizops.transform.cli.SourceTotalCommand;
import bizops.transform.cli.SweepCommand;
import bizops.transform.cli.TestCommand;
import bizops.transform.cli.VerifyCommand;

/** The executable {@code bizops-transform}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Launcher.main(program(), arguments);
    }

    /** The program, for callers with streams of their own and for what describes it. */
    public static Program program() {
        return Program.named(
                        "bizops-transform", "Builds marts from raw tables: models in SQL, tested, published at once.")
                .with("build", new BuildCommand())
                .with("test", new TestCommand())
                .with("verify", new VerifyCommand())
                .with("docs", new DocsCommand())
                .with("explain", new ExplainCommand())
                .with("diff", new DiffCommand())
                .with("grants", new GrantsCommand())
                .with("source-total", new SourceTotalCommand())
                .with("drop", new DropCommand())
                .with("sweep", new SweepCommand())
                .with("mapping", new MappingCommand());
    }
}
