package bizops.dist.manual.cli;

import bizops.sandbox.cli.Arguments;
import bizops.singer.cli.Command;
import bizops.singer.cli.Program;
import bizops.singer.cli.Terminal;
import com.beust.jcommander.ParametersDelegate;

/** The sandbox's command line, which is not built on the kit, in the kit's form. Never run. */
public final class SandboxUsage implements Command {
    @ParametersDelegate
    private final Arguments arguments = new Arguments();

    private SandboxUsage() {}

    /** The program, for what describes it. */
    public static Program program() {
        return Program.of(
                "bizops-sandbox",
                "Speaks the APIs of Salesforce, Zuora and Marketo for an invented company, on this machine.",
                new SandboxUsage());
    }

    @Override
    public void run(Terminal terminal) {
        throw new UnsupportedOperationException("the sandbox parses " + arguments + " itself");
    }
}
