package bizops.cli;

import bizops.cli.process.Installation;
import bizops.postgres.PostgresServer;
import bizops.singer.error.RemoteException;
import bizops.singer.report.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole chain on an invented company, from an empty directory to the page. */
final class Demo {
    private final Installation installation;
    private final Steps steps;
    private final Children children;

    Demo(Installation installation, Steps steps, Children children) {
        this.installation = installation;
        this.steps = steps;
        this.children = children;
    }

    /** Runs it; the last line it says is the page's path. */
    void run(DemoOptions options) throws IOException, InterruptedException {
        DemoFiles files = DemoFiles.prepare(options);
        DemoServer server = startServer(options, files);
        SandboxProcess sandbox = startSandbox(options, files);
        for (DemoVendor vendor : sandbox.vendors()) {
            VendorLoad load = new VendorLoad(installation, vendor, files, children);
            steps.step("discover", load::discover);
            steps.step("load", () -> load.load(server));
        }
        Path warehouse = files.config("warehouse", server.settings());
        steps.step("transform", () -> transform(files, warehouse));
        steps.step("report", () -> report(files, warehouse));
        if (options.keep()) {
            server.sayHowToConnect(steps);
            steps.say("sandbox    " + sandbox.url() + ", settings of the taps in " + files.folder());
            steps.say("Ctrl-C stops both.");
        }
        steps.say(files.site().resolve("index.html").toString());
        if (options.keep()) {
            children.awaitClosed();
        }
    }

    private DemoServer startServer(DemoOptions options, DemoFiles files) throws IOException, InterruptedException {
        List<DemoServer> started = new ArrayList<>(1);
        steps.step("database", () -> {
            PostgresServer server = PostgresServer.start(files.server());
            children.add(server::close);
            Redactor.hide(server.password());
            started.add(DemoServer.with(server, options.company()));
            return "PostgreSQL on port " + server.port() + ", database " + options.company();
        });
        return started.get(0);
    }

    private SandboxProcess startSandbox(DemoOptions options, DemoFiles files) throws IOException, InterruptedException {
        CompanyClock clock = new CompanyClock(files.clock());
        if (options.advanceDays() > 0) {
            clock.advance(options.advanceDays());
        }
        List<SandboxProcess> started = new ArrayList<>(1);
        steps.step("sandbox", () -> {
            SandboxProcess sandbox = SandboxProcess.start(installation, options, clock, files, children);
            started.add(sandbox);
            return "the vendors on " + sandbox.url() + ", company of seed " + options.seed()
                    + (clock.moves().isEmpty() ? "" : ", later by " + String.join(" + ", clock.moves()));
        });
        return started.get(0);
    }

    private String transform(DemoFiles files, Path warehouse) throws IOException, InterruptedException {
        program(files, "bizops-transform", "build", "--config", warehouse, "--seeds", files.seeds());
        return "staging, core and marts";
    }

    private String report(DemoFiles files, Path warehouse) throws IOException, InterruptedException {
        program(files, "bizops-report", "build", "--config", warehouse, "--out", files.site());
        return "the page";
    }

    /** Runs a program whose output nobody needs but a reader of the log's neighbour. */
    private void program(DemoFiles files, String name, Object... arguments) throws IOException, InterruptedException {
        if (children.closed()) {
            throw RemoteException.permanent("stopped by a signal", null);
        }
        List<String> texts =
                java.util.Arrays.stream(arguments).map(String::valueOf).toList();
        String logName = name + "-" + texts.get(0);
        new ProgramRun(installation.program(name), texts, files.log(logName)).to(files.log(logName + ".out"), children);
    }
}
