package bizops.cli;

import bizops.cli.pipeline.Workspace;
import bizops.cli.process.Installation;
import bizops.postgres.PostgresServer;
import bizops.singer.error.BizopsException;
import bizops.singer.report.Redactor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A very small company of the sandbox, on which programs are run while their class-data archives are made: each tap reads
 * it, and once it is loaded into a temporary server marts are built and shown, and {@code bizops} loads it again.
 * Thread-confined; closed when all archives are made.
 */
final class RehearsedCompany implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RehearsedCompany.class);
    private static final BigDecimal SCALE = new BigDecimal("0.01");
    private static final String TRANSFORM = "bizops-transform";
    private static final String REPORT = "bizops-report";

    private final Installation installation;
    private final List<String> programs;
    private final Children children = new Children();
    private final List<VendorLoad> loads = new ArrayList<>();
    private final Map<String, List<String>> arguments = new TreeMap<>();
    private Optional<DemoFiles> folder = Optional.empty();

    private RehearsedCompany(Installation installation) throws IOException {
        this.installation = installation;
        this.programs = installation.programs();
    }

    /** Starts the sandbox; without one, or if it does not start, no program has arguments. */
    static RehearsedCompany of(Installation installation) throws IOException, InterruptedException {
        RehearsedCompany company = new RehearsedCompany(installation);
        try {
            if (company.programs.contains("bizops-sandbox")) {
                company.start();
            }
        } catch (BizopsException failed) {
            LOG.warn("only the start of programs but the target is rehearsed, because {}", failed.getMessage());
        } catch (IOException | InterruptedException | RuntimeException failed) {
            company.close();
            throw failed;
        }
        return company;
    }

    /** In the order of rehearsals: what loads the company first, as it is loaded by the archives just made. */
    List<String> programs() {
        List<String> ordered = new ArrayList<>(programs);
        ordered.sort((one, other) -> Integer.compare(turn(one), turn(other)));
        return ordered;
    }

    private static int turn(String program) {
        if (program.matches("(tap|target)-.*")) {
            return 0;
        }
        return program.equals(TRANSFORM) ? 1 : 2;
    }

    private void start() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("bizops-rehearsal-");
        children.add(() -> delete(directory));
        DemoFiles files = DemoFiles.prepare(options(directory));
        SandboxProcess sandbox = SandboxProcess.start(
                installation, options(directory), new CompanyClock(files.clock()), files, children);
        for (DemoVendor vendor : sandbox.vendors()) {
            if (programs.contains(vendor.tap())) {
                VendorLoad load = new VendorLoad(installation, vendor, files, children);
                load.discover();
                loads.add(load);
                Path config = files.config(vendor.tap(), vendor.settings());
                String catalog = files.catalog(vendor.name()).toString();
                arguments.put(vendor.tap(), List.of("--config", config.toString(), "--catalog", catalog));
            }
        }
        folder = Optional.of(files);
    }

    private static DemoOptions options(Path directory) {
        return new DemoOptions(1, SCALE, 0, false, directory);
    }

    /** With what it works on the company; empty for another program. What reads tables has the company loaded before. */
    Optional<List<String>> arguments(String program) throws IOException, InterruptedException {
        if (program.equals(TRANSFORM) && folder.isPresent()) {
            try {
                load(folder.get());
            } catch (IOException | BizopsException failed) {
                LOG.warn(
                        "only the start of bizops, transform and report is rehearsed, because {}", failed.getMessage());
            }
        }
        return Optional.ofNullable(arguments.get(program));
    }

    private void load(DemoFiles files) throws IOException, InterruptedException {
        PostgresServer server = PostgresServer.start(files.server());
        children.add(server::close);
        Redactor.hide(server.password());
        DemoServer database = DemoServer.with(server, "rehearsal");
        for (VendorLoad load : loads) {
            load.load(database);
        }
        String warehouse = files.config("warehouse", database.settings()).toString();
        arguments.put(
                TRANSFORM,
                List.of("build", "--config", warehouse, "--seeds", files.seeds().toString()));
        if (!loads.isEmpty()) {
            arguments.put("bizops", loads.get(0).rerun(database));
        }
        arguments.put(
                REPORT,
                List.of("build", "--config", warehouse, "--out", files.site().toString()));
    }

    @Override
    public void close() {
        children.close();
    }

    private static void delete(Path directory) {
        try {
            Workspace.remove(directory);
        } catch (IOException leftOver) {
            LOG.warn("after a rehearsal: {}", leftOver.getMessage());
        }
    }
}
