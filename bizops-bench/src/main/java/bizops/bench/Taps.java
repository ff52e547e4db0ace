package bizops.bench;

import bizops.bench.client.BareClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tap, its messages thrown away, beside a bare client of the same API; both read all rows of the sandbox. */
final class Taps {
    private static final Pattern ROWS_OF_TAP = Pattern.compile("stream \"Lead\": (\\d+) rows sent");
    private static final Pattern ROWS_OF_CLIENT = Pattern.compile("^(\\d+) rows");
    private static final Pattern STREAM =
            Pattern.compile("(\"breadcrumb\"\\s*:\\s*\\[\\s*\\]\\s*,\\s*\"metadata\"\\s*:\\s*\\{)");

    private final Installation programs;
    private final PrintStream out;

    Taps(Installation programs, PrintStream out) {
        this.programs = programs;
        this.out = out;
    }

    void run(long rows, int pairs) throws SQLException, IOException, InterruptedException {
        try (SandboxProcess sandbox = new SandboxProcess(programs, rows)) {
            compare(sandbox, new Form("taps: Salesforce REST pages", "rest", "REST"), rows, pairs);
            compare(sandbox, new Form("taps: Salesforce Bulk results", "csv", "BULK2"), rows, pairs);
        }
    }

    /** One way to read: as the bare client and as the tap call it. */
    private record Form(String name, String ofClient, String ofTap) {}

    private void compare(SandboxProcess sandbox, Form form, long rows, int pairs)
            throws SQLException, IOException, InterruptedException {
        Path config = Files.writeString(programs.directory().resolve("tap.json"), """
                {"login_url": "%s", "client_id": "%s", "client_secret": "%s", "streams_to_discover": ["Lead"],
                 "quota_percent_total": 100, "quota_percent_per_run": 100}
                """.formatted(
                        sandbox.url(), sandbox.clientId(), sandbox.clientSecret()));
        Path catalog = catalog(config);
        new Contest(out)
                .run(
                        form.name(),
                        rows,
                        pairs,
                        () -> bare(sandbox, form.ofClient(), rows),
                        () -> tap(config, catalog, rows));
    }

    /** What the tap discovers, selected. */
    private Path catalog(Path config) throws IOException, InterruptedException {
        Measured.run(programs.program("tap-salesforce", "--config", config.toString(), "--discover"));
        String selected = STREAM.matcher(programs.printed()).replaceAll("$1\"selected\":true,");
        return Files.writeString(programs.directory().resolve("catalog.json"), selected);
    }

    private Measured tap(Path config, Path catalog, long rows) throws IOException, InterruptedException {
        ProcessBuilder tap =
                programs.program("tap-salesforce", "--config", config.toString(), "--catalog", catalog.toString());
        Measured measured = measured(tap.redirectOutput(ProcessBuilder.Redirect.DISCARD));
        check(ROWS_OF_TAP, programs.said(), rows);
        return measured;
    }

    /** With the same collector and heap as the tap. */
    private Measured bare(SandboxProcess sandbox, String form, long rows) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Measured measured = measured(programs.quiet(new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-Xms16m",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BareClient.class.getName(),
                sandbox.url(),
                sandbox.clientId(),
                sandbox.clientSecret(),
                "Lead",
                form)));
        check(ROWS_OF_CLIENT, programs.printed(), rows);
        return measured;
    }

    private Measured measured(ProcessBuilder process) throws IOException, InterruptedException {
        try {
            return Measured.run(process);
        } catch (IOException failed) {
            throw new IOException(failed.getMessage() + "\n" + programs.said(), failed);
        }
    }

    /** The company has a few rows of its own beside those asked for. */
    private static void check(Pattern count, String said, long rows) throws IOException {
        Matcher found = count.matcher(said);
        if (!found.find() || Long.parseLong(found.group(1)) < rows) {
            throw new IOException("not all " + rows + " rows came: " + said);
        }
    }
}
