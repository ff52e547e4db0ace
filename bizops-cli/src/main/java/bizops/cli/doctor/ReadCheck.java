package bizops.cli.doctor;

import bizops.cli.pair.Side;
import bizops.cli.pipeline.Programs;
import bizops.cli.pipeline.Workspace;
import bizops.cli.process.Readers;
import bizops.cli.project.TapSpec;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether one record of every selected stream can be read: rights by object and field, quotas. For taps of ours. */
record ReadCheck(TapSpec tap, Programs programs, Workspace workspace, Path catalog) implements Check {
    private static final Pattern SERIOUS = Pattern.compile("^(ERROR|CRITICAL) (.*)");

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        String subject = "tap " + tap.name();
        ObjectNode settings = tap.program().settings().deepCopy();
        settings.put("on_stream_error", "continue");
        Side program = programs.side(tap.program(), workspace.file("tap-test-" + tap.name(), settings));
        Process process = program.process(List.of("--catalog", catalog.toString(), "--test"))
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.DISCARD)
                .start();
        List<String> serious = Collections.synchronizedList(new ArrayList<>());
        Readers readers = new Readers();
        readers.read(process.errorReader(), lines -> collect(lines, serious));
        int exit = process.waitFor();
        readers.await();
        if (exit == 0) {
            return List.of(Finding.ok(subject, "reads a record of every selected stream"));
        }
        List<String> lines = serious.isEmpty() ? List.of("--test ended with " + exit) : List.copyOf(serious);
        return lines.stream()
                .distinct()
                .map(line -> Finding.fail(
                        subject,
                        line,
                        exit == 75 ? "run it again later" : "let its user read this, or leave it out by select"))
                .toList();
    }

    private static void collect(BufferedReader lines, List<String> serious) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher error = SERIOUS.matcher(line);
            if (error.find()) {
                serious.add(error.group(2));
            }
        }
    }
}
