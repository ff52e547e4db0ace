package bizops.bench;

import bizops.bench.client.BareClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tap, its messages thrown away, beside a bare client of the same API; both read all rows of the sandbox. */
final class Taps {
    /** One stream alone is read; its counter tells what came since the last time. */
    private static final Pattern ROWS_OF_TAP = Pattern.compile("\"metric\":\"record_count\",\"value\":(\\d+)");

    private static final Pattern ROWS_OF_CLIENT = Pattern.compile("^(\\d+) rows");
    private static final Pattern NAME = Pattern.compile("\"tap_stream_id\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern STREAM =
            Pattern.compile("(\"breadcrumb\"\\s*:\\s*\\[\\s*\\]\\s*,\\s*\"metadata\"\\s*:\\s*\\{)");

    private final Installation programs;
    private final PrintStream out;

    Taps(Installation programs, PrintStream out) {
        this.programs = programs;
        this.out = out;
    }

    void run(List<TapForm> forms, long rows, int pairs) throws SQLException, IOException, InterruptedException {
        for (TapForm form : forms) {
            try (SandboxProcess sandbox = new SandboxProcess(programs, form.rows, rows)) {
                TapForm.liftQuotas(sandbox);
                compare(sandbox, form, rows, pairs);
            }
        }
    }

    private void compare(SandboxProcess sandbox, TapForm form, long rows, int pairs)
            throws SQLException, IOException, InterruptedException {
        Path config = Files.writeString(programs.directory().resolve("tap.json"), form.config(sandbox));
        Path catalog = catalog(form, config);
        new Contest(out)
                .run(
                        "taps: " + form.title,
                        rows,
                        pairs,
                        () -> bare(sandbox, form, rows),
                        () -> tap(form, config, catalog, rows));
    }

    /** What the tap discovers, the form's stream selected. */
    private Path catalog(TapForm form, Path config) throws IOException, InterruptedException {
        Measured.run(programs.program(form.tap(), "--config", config.toString(), "--discover"));
        String discovered = programs.printed();
        Matcher streams = STREAM.matcher(discovered);
        StringBuilder selected = new StringBuilder();
        while (streams.find()) {
            boolean wanted = form.stream.equals(nameBefore(discovered, streams.start()));
            streams.appendReplacement(selected, "$1\"selected\":" + wanted + ",");
        }
        streams.appendTail(selected);
        return Files.writeString(programs.directory().resolve("catalog.json"), selected);
    }

    /** The stream in whose entry a place of a catalog lies. */
    private static String nameBefore(String catalog, int place) {
        String name = "";
        Matcher names = NAME.matcher(catalog).region(0, place);
        while (names.find()) {
            name = names.group(1);
        }
        return name;
    }

    private Measured tap(TapForm form, Path config, Path catalog, long rows) throws IOException, InterruptedException {
        ProcessBuilder tap =
                programs.program(form.tap(), "--config", config.toString(), "--catalog", catalog.toString());
        Measured measured = measured(tap.redirectOutput(ProcessBuilder.Redirect.DISCARD));
        check(ROWS_OF_TAP, programs.said(), rows);
        return measured;
    }

    /** With the same collector and heap as the tap. */
    private Measured bare(SandboxProcess sandbox, TapForm form, long rows) throws IOException, InterruptedException {
        SandboxProcess.Client client = sandbox.client(form.vendor);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms16m",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BareClient.class.getName(),
                sandbox.url(),
                client.id(),
                client.secret()));
        command.addAll(form.ofClient);
        Measured measured = measured(programs.quiet(new ProcessBuilder(command)));
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
        long came = count.matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        if (came < rows) {
            throw new IOException("not all " + rows + " rows came: " + said);
        }
    }
}
