package bizops.cli;

import bizops.cli.process.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Extracts and loads one vendor of the demo. */
final class VendorLoad {
    private final Installation installation;
    private final DemoVendor vendor;
    private final DemoFiles files;
    private final Children children;

    VendorLoad(Installation installation, DemoVendor vendor, DemoFiles files, Children children) {
        this.installation = installation;
        this.vendor = vendor;
        this.files = files;
        this.children = children;
    }

    /** Asks the tap what there is, and selects what the demo needs; says what it did. */
    String discover() throws IOException, InterruptedException {
        ProgramRun run = new ProgramRun(
                installation.program(vendor.tap()),
                List.of("--config", config().toString(), "--discover"),
                files.log(vendor.tap() + "-discover"));
        run.to(files.catalog(vendor.name()), children);
        CatalogSelection.select(files.catalog(vendor.name()), vendor.streams());
        return vendor.streams().size() + " streams selected in " + files.catalog(vendor.name());
    }

    /** Loads everything, or what changed since the last run; says what it did. */
    String load(DemoServer server) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--config",
                config().toString(),
                "--catalog",
                files.catalog(vendor.name()).toString()));
        StateFile state = files.state(vendor.name());
        boolean first = !state.exists();
        if (!first) {
            arguments.addAll(List.of("--state", state.path().toString()));
        }
        String targetName = "target-postgres-" + vendor.name();
        Path states = files.states(vendor.name());
        ExtractLoad both = new ExtractLoad(
                new ProgramRun(installation.program(vendor.tap()), arguments, files.log(vendor.tap())),
                new ProgramRun(
                        installation.program("target-postgres"),
                        List.of(
                                "--config",
                                files.config(targetName, target(server)).toString()),
                        files.log(targetName)),
                states);
        try {
            both.run(children);
        } finally {
            state.takeLastLine(states);
        }
        return vendor.name() + ", " + (first ? "everything, " : "what changed, ")
                + RowCounts.in(files.log(vendor.tap())).text();
    }

    /** What has {@code bizops} load everything again, with a state of its own. */
    List<String> rerun(DemoServer server) throws IOException {
        return List.of(
                "run",
                vendor.tap(),
                "target-postgres",
                "--tap-config",
                config().toString(),
                "--target-config",
                files.config("target-postgres-" + vendor.name(), target(server)).toString(),
                "--catalog",
                files.catalog(vendor.name()).toString());
    }

    private Map<String, Object> target(DemoServer server) {
        Map<String, Object> target = server.settings();
        target.put("default_target_schema", vendor.schema());
        return target;
    }

    private Path config() throws IOException {
        return files.config(vendor.tap(), vendor.settings());
    }
}
