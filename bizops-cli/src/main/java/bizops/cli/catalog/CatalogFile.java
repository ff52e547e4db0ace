package bizops.cli.catalog;

import bizops.singer.error.ConfigException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes catalogs so that a change is a small difference in git: a line a value, in the tap's order. */
public final class CatalogFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private CatalogFile() {}

    /** The catalog in a file. */
    public static JsonNode read(Path file) {
        try {
            return checked(JSON.readTree(Files.readAllBytes(file)), file.toString());
        } catch (JsonProcessingException broken) {
            throw new ConfigException(file + " is no JSON: " + broken.getOriginalMessage(), broken);
        } catch (IOException unreadable) {
            throw new ConfigException(file + " cannot be read; bizops discover writes it", unreadable);
        }
    }

    /** The names of the streams of a catalog. */
    public static List<String> streams(JsonNode catalog) {
        List<String> names = new ArrayList<>();
        catalog.path("streams").forEach(stream -> names.add(Catalogs.name(stream)));
        return names;
    }

    /** The catalog in what a tap printed. */
    static JsonNode parse(String text, String source) {
        try {
            return checked(JSON.readTree(text), source);
        } catch (JsonProcessingException broken) {
            throw new ConfigException(source + " printed no catalog: " + broken.getOriginalMessage(), broken);
        }
    }

    /** Writes it; the file is the old one or the new one at every moment. */
    public static void write(JsonNode catalog, Path file) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.createDirectories(file.toAbsolutePath().normalize().resolveSibling(""));
        Files.writeString(next, JSON.writer(printer).writeValueAsString(catalog) + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static JsonNode checked(JsonNode catalog, String source) {
        if (!catalog.path("streams").isArray()) {
            throw new ConfigException(source + " holds no catalog: a JSON object with 'streams' was expected");
        }
        return catalog;
    }
}
