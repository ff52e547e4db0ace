package bizops.cli;

import bizops.cli.pipeline.Workspace;
import bizops.cli.process.Installation;
import bizops.singer.error.BizopsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How each tap is run while its class-data archive is made: it reads a very small company of the sandbox. Thread-confined;
 * closed when all archives are made.
 */
final class RehearsedTaps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RehearsedTaps.class);
    private static final BigDecimal SCALE = new BigDecimal("0.01");

    private final Children children = new Children();
    private final Map<String, List<String>> arguments = new HashMap<>();

    private RehearsedTaps() {}

    /** Starts the sandbox; without one, or if it does not start, no tap is known. */
    static RehearsedTaps of(Installation installation) throws IOException, InterruptedException {
        RehearsedTaps taps = new RehearsedTaps();
        try {
            if (installation.programs().contains("bizops-sandbox")) {
                taps.start(installation);
            }
        } catch (BizopsException failed) {
            LOG.warn("of taps only the start is rehearsed, because {}", failed.getMessage());
        } catch (IOException | InterruptedException | RuntimeException failed) {
            taps.close();
            throw failed;
        }
        return taps;
    }

    private void start(Installation installation) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("bizops-rehearsal-");
        children.add(() -> delete(directory));
        DemoOptions company = new DemoOptions(1, SCALE, 0, false, directory);
        DemoFiles files = DemoFiles.prepare(company);
        SandboxProcess sandbox =
                SandboxProcess.start(installation, company, new CompanyClock(files.clock()), files, children);
        for (DemoVendor vendor : sandbox.vendors()) {
            if (installation.programs().contains(vendor.tap())) {
                new VendorLoad(installation, vendor, files, children).discover();
                Path config = files.config(vendor.tap(), vendor.settings());
                String catalog = files.catalog(vendor.name()).toString();
                arguments.put(vendor.tap(), List.of("--config", config.toString(), "--catalog", catalog));
            }
        }
    }

    /** With what it reads the company; empty for another program. */
    Optional<List<String>> arguments(String program) {
        return Optional.ofNullable(arguments.get(program));
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
