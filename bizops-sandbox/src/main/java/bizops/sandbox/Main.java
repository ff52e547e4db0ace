package bizops.sandbox;

import bizops.sandbox.cli.Arguments;
import bizops.sandbox.company.Company;
import bizops.sandbox.control.Durations;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.seed.SeedFiles;
import bizops.sandbox.world.RawWorld;
import bizops.sandbox.world.Warehouse;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program {@code bizops-sandbox}: serves until it is killed. */
public final class Main {
    private static final Pattern ROWS = Pattern.compile("((?:zuora\\.|marketo\\.)?\\w+)=(\\d{1,9})");
    private static final int OK = 0;
    private static final int FAILURE = 1;
    private static final int COMMAND_LINE = 2;

    private Main() {}

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "bizops/sandbox/logback.xml");
        System.exit(run(args));
    }

    private static int run(String[] args) {
        try {
            Arguments arguments = Arguments.parse(args);
            if (arguments.help()) {
                print(Arguments.usage());
                return OK;
            }
            if (arguments.version()) {
                print("bizops-sandbox "
                        + Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "development")
                        + "\n");
                return OK;
            }
            SandboxOptions options = options(arguments);
            command(arguments, options);
            return OK;
        } catch (IllegalArgumentException | DateTimeException e) {
            System.err.println("CRITICAL bizops-sandbox: " + e.getMessage() + "; see --help");
            return COMMAND_LINE;
        } catch (IOException | SQLException | RuntimeException e) {
            System.err.println("CRITICAL bizops-sandbox: " + e);
            return FAILURE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILURE;
        }
    }

    private static void command(Arguments arguments, SandboxOptions options)
            throws IOException, InterruptedException, SQLException {
        if (arguments.commands().isEmpty()) {
            serve(options, arguments.seeds());
            return;
        }
        if (!arguments.seeds().isEmpty()) {
            throw new IllegalArgumentException("--seeds is for a sandbox that serves; commands take --out");
        }
        if (arguments.commands().equals(List.of("seeds"))) {
            Company company = Company.found(options.seed(), options.scale(), options.clock());
            options.advances().forEach(company::advance);
            SeedFiles.write(company, out(arguments));
        } else if (arguments.commands().equals(List.of("world"))) {
            world(arguments);
        } else {
            throw new IllegalArgumentException(
                    "no command " + String.join(" ", arguments.commands()) + "; there are: seeds, world");
        }
    }

    private static Path out(Arguments arguments) {
        if (arguments.out().isEmpty()) {
            throw new IllegalArgumentException(arguments.commands().get(0) + " needs --out DIR");
        }
        return Path.of(arguments.out());
    }

    private static void world(Arguments arguments) throws IOException, SQLException {
        Path out = out(arguments);
        if (arguments.config().isEmpty() || arguments.touches() < RawWorld.FEWEST) {
            throw new IllegalArgumentException(
                    "world needs --config FILE, and --touches of at least " + RawWorld.FEWEST);
        }
        try (Connection connection = Warehouse.read(Path.of(arguments.config())).connect()) {
            RawWorld.write(connection, arguments.touches());
        }
        RawWorld.seeds(out, arguments.touches());
    }

    private static SandboxOptions options(Arguments arguments) {
        SandboxOptions options = SandboxOptions.defaults()
                .port(arguments.port())
                .seed(arguments.seed())
                .scale(arguments.scale());
        if (!arguments.clock().isEmpty()) {
            options = options.clock(clock(arguments.clock()));
        }
        for (String advance : arguments.advances()) {
            options = options.advance(Durations.parse(advance));
        }
        for (String fault : arguments.faults()) {
            options = options.fault(Fault.parse(fault));
        }
        for (String rows : arguments.rows()) {
            Matcher wanted = ROWS.matcher(rows);
            if (!wanted.matches()) {
                throw new IllegalArgumentException("--rows " + rows + " is not like Lead=1000000");
            }
            options = options.rows(wanted.group(1), Integer.parseInt(wanted.group(2)));
        }
        return options;
    }

    private static Instant clock(String text) {
        return text.length() == "2026-06-30".length()
                ? LocalDate.parse(text).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    private static void serve(SandboxOptions options, String seeds) throws IOException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Sandbox sandbox = Sandbox.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "shutdown"));
        if (!seeds.isEmpty()) {
            sandbox.writeSeeds(Path.of(seeds));
        }
        print("sandbox listening on " + sandbox.url()
                + credentials(sandbox.clientId(), sandbox.clientSecret())
                + "zuora"
                + credentials(sandbox.zuora().clientId(), sandbox.zuora().clientSecret())
                + "marketo"
                + credentials(sandbox.marketo().clientId(), sandbox.marketo().clientSecret()));
        stopped.await();
    }

    private static String credentials(String clientId, String clientSecret) {
        return " (client_id=" + clientId + ", client_secret=" + clientSecret + ")\n";
    }

    private static void print(String text) throws IOException {
        OutputStream out = new FileOutputStream(FileDescriptor.out); // left open: it is the process's stdout
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
