package bizops.dist;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sandbox as a process of its own, and what its first line says. */
final class Company implements AutoCloseable {
    private static final Pattern FIRST_LINE =
            Pattern.compile("sandbox listening on (\\S+) \\(client_id=([^,]+), client_secret=([^)]+)\\)");

    private final Process process;
    private final Matcher said;

    private Company(Process process, Matcher said) {
        this.process = process;
        this.said = said;
    }

    static Company start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Tree.program("bizops-sandbox").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(Redirect.to(log.toFile()))
                .start();
        // Also when a test fails before it can close this.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "sandbox-stop"));
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        Matcher said = FIRST_LINE.matcher(line == null ? "" : line);
        if (!said.matches()) {
            process.destroy();
            throw new IOException("no sandbox: " + line + ", see " + log);
        }
        return new Company(process, said);
    }

    String url() {
        return said.group(1);
    }

    String clientId() {
        return said.group(2);
    }

    String clientSecret() {
        return said.group(3);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
