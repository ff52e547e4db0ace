package bizops.sandbox.marketo.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lines of a resource beside this class that are neither blank nor a comment. */
final class Lines {
    private Lines() {}

    static List<String> of(String resource) {
        try (InputStream in = Objects.requireNonNull(
                        Lines.class.getResourceAsStream("/bizops/sandbox/marketo/data/" + resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
