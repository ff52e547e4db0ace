package bizops.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox with many computed rows of one object, in a process of its own; ended when closed. */
final class SandboxProcess implements AutoCloseable {
    private static final Pattern LINE =
            Pattern.compile("(?:(sandbox) listening on (\\S+)|(\\w+)) \\(client_id=(\\S+), client_secret=(\\S+)\\)");
    private static final int VENDORS = 3;

    private final Process process;
    private final String url;
    private final Map<String, Client> clients = new LinkedHashMap<>();

    /** What a program logs in with. */
    record Client(String id, String secret) {}

    /** @param object as the sandbox's option {@code --rows} names it */
    SandboxProcess(Installation programs, String object, long rows) throws IOException {
        Path errors = programs.directory().resolve("sandbox-stderr");
        process = programs.program("bizops-sandbox", "--scale", "0.04", "--rows", object + "=" + rows)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .redirectError(errors.toFile())
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String listening = "";
        for (int i = 0; i < VENDORS; i++) {
            String line = out.readLine();
            Matcher said = LINE.matcher(line == null ? "" : line);
            if (!said.matches()) {
                process.destroy();
                throw new IOException("the sandbox did not start: " + line + "; see " + errors);
            }
            listening = said.group(2) == null ? listening : said.group(2);
            clients.put(said.group(1) == null ? said.group(3) : "salesforce", new Client(said.group(4), said.group(5)));
        }
        url = listening;
    }

    String url() {
        return url;
    }

    /** The client of {@code salesforce}, {@code zuora} or {@code marketo}. */
    Client client(String vendor) {
        return Objects.requireNonNull(clients.get(vendor), vendor);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
