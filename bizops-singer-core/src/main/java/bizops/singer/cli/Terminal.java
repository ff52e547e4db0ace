package bizops.singer.cli;

import bizops.singer.config.Strictness;
import bizops.singer.error.OutputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a process stands on: its streams and its environment.
 *
 * @param stdout unbuffered; a write to a closed pipe throws, which {@code System.out} would hide
 * @param environment the variables, read once
 */
public record Terminal(InputStream stdin, OutputStream stdout, PrintStream stderr, Map<String, String> environment) {

    /** The process's own. */
    static Terminal ofProcess() {
        return new Terminal(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv());
    }

    /** The same under {@code --strict}, which reaches settings and the programs that this one starts as a variable. */
    Terminal strict() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(Strictness.VARIABLE, "true");
        return new Terminal(stdin, stdout, stderr, variables);
    }

    /** Writes one line of text to standard output. */
    public void print(String line) throws IOException {
        try {
            stdout.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            stdout.flush();
        } catch (IOException failed) {
            throw OutputException.of(failed);
        }
    }
}
