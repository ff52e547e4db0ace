package bizops.cli;

import bizops.postgres.PostgresServer;
import bizops.singer.error.RemoteException;
import bizops.singer.report.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The whole chain on an invented company, from an empty directory to the page. */
final class Demo {
    private static final Set<String> STREAMS = new LinkedHashSet<>(List.of(
            "Account",
            "Contact",
            "Lead",
            "Campaign",
            "CampaignMember",
            "Opportunity",
            "OpportunityContactRole",
            "OpportunityHistory",
            "User"));

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
        Path tapConfig = tapConfig(files, sandbox);
        steps.step("discover", () -> discover(files, tapConfig));
        steps.step("load", () -> load(files, tapConfig, server));
        Path warehouse = files.config("warehouse", server.settings());
        steps.step("transform", () -> transform(files, warehouse));
        steps.step("report", () -> report(files, warehouse));
        if (options.keep()) {
            server.sayHowToConnect(steps);
            steps.say("sandbox    " + sandbox.url() + ", settings of the tap in " + tapConfig);
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
            SandboxProcess sandbox =
                    SandboxProcess.start(installation, options, clock, files.log("bizops-sandbox"), children);
            started.add(sandbox);
            List<Object> seeds = new ArrayList<>(List.of("seeds", "--out", files.seeds()));
            seeds.addAll(SandboxProcess.company(options, clock));
            program(files, "bizops-sandbox", seeds.toArray());
            return "a Salesforce on " + sandbox.url() + ", company of seed " + options.seed()
                    + (clock.moves().isEmpty() ? "" : ", later by " + String.join(" + ", clock.moves()));
        });
        return started.get(0);
    }

    private static Path tapConfig(DemoFiles files, SandboxProcess sandbox) throws IOException {
        return files.config(
                "tap-salesforce",
                ordered(
                        "login_url", sandbox.url(),
                        "client_id", sandbox.clientId(),
                        "client_secret", sandbox.clientSecret()));
    }

    private String discover(DemoFiles files, Path config) throws IOException, InterruptedException {
        ProgramRun run = new ProgramRun(
                installation.program("tap-salesforce"),
                List.of("--config", config.toString(), "--discover"),
                files.log("tap-salesforce-discover"));
        run.to(files.catalog(), children);
        CatalogSelection.select(files.catalog(), STREAMS);
        return STREAMS.size() + " streams selected in " + files.catalog();
    }

    private String load(DemoFiles files, Path config, DemoServer server) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--config", config.toString(), "--catalog", files.catalog().toString()));
        boolean first = !files.state().exists();
        if (!first) {
            arguments.addAll(List.of("--state", files.state().path().toString()));
        }
        Map<String, Object> target = server.settings();
        target.put("default_target_schema", "raw_salesforce");
        Path targetConfig = files.config("target-postgres", target);
        ExtractLoad both = new ExtractLoad(
                new ProgramRun(installation.program("tap-salesforce"), arguments, files.log("tap-salesforce")),
                new ProgramRun(
                        installation.program("target-postgres"),
                        List.of("--config", targetConfig.toString()),
                        files.log("target-postgres")),
                files.states());
        try {
            both.run(children);
        } finally {
            files.state().takeLastLine(files.states());
        }
        return (first ? "everything, " : "what changed, ")
                + RowCounts.in(files.log("tap-salesforce")).text();
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

    private static Map<String, Object> ordered(String... namesAndValues) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            settings.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return settings;
    }
}
