package bizops.tap.salesforce.discover;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The list of objects that the flags of describe do not tell the truth about. Immutable. */
final class SpecialObjects {
    private static final String LIST = "special-objects.txt";

    private final Map<String, String> classes;

    private SpecialObjects(Map<String, String> classes) {
        this.classes = classes;
    }

    /** Reads the list that comes with the tap. */
    static SpecialObjects load() {
        InputStream resource = Objects.requireNonNull(SpecialObjects.class.getResourceAsStream(LIST), LIST);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            Map<String, String> classes = new HashMap<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.trim().split("\\s+", 2))
                    .forEach(words -> classes.put(words[0], words[1]));
            return new SpecialObjects(classes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Why a plain query of the object is refused, or empty when it is not. */
    Optional<String> refusal(String object) {
        return switch (classes.getOrDefault(object, "")) {
            case "filter" -> Optional.of("a query of it must name certain rows");
            case "query" -> Optional.of("it does not support queries");
            default -> Optional.empty();
        };
    }

    /** Whether Bulk does not support the object. */
    boolean restOnly(String object) {
        return classes.getOrDefault(object, "").equals("rest");
    }

    /** Whether the object can only be read as a whole, whatever stamps it has. */
    boolean fullTableOnly(String object) {
        return classes.getOrDefault(object, "").equals("full");
    }
}
