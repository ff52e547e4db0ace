package bizops.cli;

import bizops.singer.error.ConfigException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Marks streams of a discovered catalog as selected, as a user would by hand. */
final class CatalogSelection {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CatalogSelection() {}

    /** Rewrites the catalog file so that exactly {@code wanted} is selected; an error if one was not discovered. */
    static void select(Path catalog, Set<String> wanted) throws IOException {
        JsonNode root = JSON.readTree(catalog.toFile());
        Set<String> missing = new LinkedHashSet<>(wanted);
        for (JsonNode stream : root.path("streams")) {
            String name = stream.path("tap_stream_id").asText();
            ofStream((ObjectNode) stream).put("selected", wanted.contains(name));
            missing.remove(name);
        }
        if (!missing.isEmpty()) {
            throw new ConfigException("not discovered: " + String.join(", ", missing) + "; see " + catalog);
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(catalog.toFile(), root);
    }

    /** The metadata of the stream itself, whose breadcrumb is empty. */
    private static ObjectNode ofStream(ObjectNode stream) {
        ArrayNode all = stream.withArrayProperty("metadata");
        for (JsonNode entry : all) {
            if (entry.path("breadcrumb").isEmpty()) {
                return ((ObjectNode) entry).withObjectProperty("metadata");
            }
        }
        ObjectNode added = all.addObject();
        added.putArray("breadcrumb");
        return added.putObject("metadata");
    }
}
