package bizops.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox with many computed leads, in a process of its own; ended when closed. */
final class SandboxProcess implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("sandbox listening on (\\S+) \\(client_id=(\\S+), client_secret=(\\S+)\\)");

    private final Process process;
    private final String url;
    private final String clientId;
    private final String clientSecret;

    SandboxProcess(Installation programs, long rows) throws IOException {
        Path errors = programs.directory().resolve("sandbox-stderr");
        process = programs.program("bizops-sandbox", "--scale", "0.004", "--rows", "Lead=" + rows)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .redirectError(errors.toFile())
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        Matcher ready = READY.matcher(line == null ? "" : line);
        if (!ready.matches()) {
            process.destroy();
            throw new IOException("the sandbox did not start: " + line + "; see " + errors);
        }
        url = ready.group(1);
        clientId = ready.group(2);
        clientSecret = ready.group(3);
    }

    String url() {
        return url;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
