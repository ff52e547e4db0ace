package bizops.dist.licence;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Holds a bill of materials to the licences that are allowed and writes what the archive says of them: {@code SBOM OUT}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        List<Component> libraries = Component.all(
                        new ObjectMapper().readTree(Path.of(arguments[0]).toFile()))
                .filter(component -> !component.isOurs())
                .toList();
        List<Component> refused = new Licences(resource("allowed.txt").lines().toList()).refused(libraries);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("not allowed by bizops/dist/licence/allowed.txt: "
                    + refused.stream()
                            .map(component -> component.label() + " " + component.licences())
                            .collect(Collectors.joining("; ")));
        }
        Files.writeString(Path.of(arguments[1]), ThirdParty.text(libraries, resource("within.txt")));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Main.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
