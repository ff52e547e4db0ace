package bizops.dist.manual.cli;

import bizops.sandbox.cli.Arguments;
import bizops.singer.cli.Command;
import bizops.singer.cli.OptionUsage;
import bizops.singer.cli.Program;
import bizops.singer.cli.Terminal;
import bizops.singer.cli.Usage;
import com.beust.jcommander.ParametersDelegate;
import java.util.List;

/** The sandbox's command line, which is not built on the kit, in the kit's form. Never run. */
public final class SandboxUsage implements Command {
    @ParametersDelegate
    private final Arguments arguments = new Arguments();

    private SandboxUsage() {}

    /** How it is called; of what the kit gives every program it has {@code --help} and {@code --version}. */
    public static Usage usage() {
        Usage usage = Program.of(
                        "bizops-sandbox",
                        "Speaks the APIs of Salesforce, Zuora and Marketo for an invented company, on this machine.",
                        new SandboxUsage())
                .usage();
        List<OptionUsage> everywhere = usage.everywhere().stream()
                .filter(option ->
                        List.of("--help", "--version").contains(option.names().get(0)))
                .map(SandboxUsage::longNameOnly)
                .toList();
        return new Usage(usage.program(), usage.description(), usage.commands(), everywhere);
    }

    private static OptionUsage longNameOnly(OptionUsage option) {
        return new OptionUsage(
                List.of(option.names().get(0)),
                option.description(),
                option.value(),
                option.defaultValue(),
                option.required(),
                option.repeatable());
    }

    @Override
    public void run(Terminal terminal) {
        throw new UnsupportedOperationException(
                "the sandbox parses " + arguments.getClass().getName() + " itself");
    }
}
