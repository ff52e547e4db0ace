package bizops.dist.manual;

import bizops.dist.manual.cli.SandboxUsage;
import bizops.singer.cli.About;
import bizops.singer.cli.Program;
import bizops.singer.cli.Usage;
import bizops.singer.tap.TapProgram;
import java.util.List;
import java.util.Optional;

/** Every program of the archive, as it describes itself. */
final class Programs {
    private Programs() {}

    static List<Described> all() {
        return List.of(
                described(bizops.cli.Main.program()),
                described(bizops.transform.Main.program()),
                described(bizops.report.Main.program()),
                described(bizops.singer.testkit.Main.program(List.of())),
                new Described(SandboxUsage.usage(), Optional.empty()),
                described(bizops.tap.salesforce.Main.program()),
                described(bizops.tap.zuora.Main.program()),
                described(bizops.tap.marketo.Main.program()),
                new Described(bizops.target.Main.program().usage(), Optional.of(bizops.target.Main.about())));
    }

    private static Described described(Program program) {
        return new Described(program.usage(), Optional.empty());
    }

    private static Described described(TapProgram tap) {
        return new Described(tap.program().usage(), Optional.of(tap.about()));
    }

    /** @param about of taps and targets, which have settings */
    record Described(Usage usage, Optional<About> about) {
        String name() {
            return usage.program();
        }
    }
}
