package bizops.transform.config;

import bizops.singer.config.Problems;
import bizops.singer.error.Suggestion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code mapping.yml} over the defaults; a meaning that no model knows is an error. Immutable. */
public final class MappingFile {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String SAO_STAGE = "opportunity.sao_stage";

    private final Path file;

    public MappingFile(Path file) {
        this.file = file;
    }

    /** The defaults, overridden by the file where there is one. */
    public Mapping read(Problems problems) {
        Map<String, JsonNode> meanings = flat(defaults());
        if (Files.exists(file)) {
            Map<String, JsonNode> own = flat(parse(problems));
            own.forEach((meaning, node) -> {
                if (meanings.containsKey(meaning)) {
                    meanings.put(meaning, node);
                } else {
                    problems.add(file.getFileName() + ": unknown '" + meaning + "'"
                            + Suggestion.hint(meaning, meanings.keySet()));
                }
            });
        }
        Map<String, Mapping.Source> sources = new LinkedHashMap<>();
        meanings.forEach((meaning, node) -> {
            if (!meaning.equals(SAO_STAGE)) {
                sources.put(meaning, source(meaning, node, problems));
            }
        });
        JsonNode stage = meanings.get(SAO_STAGE);
        return new Mapping(
                Map.copyOf(sources), stage == null || stage.isNull() ? Optional.empty() : Optional.of(stage.asText()));
    }

    private Mapping.Source source(String meaning, JsonNode node, Problems problems) {
        boolean coalesced = node.isObject() && node.has("coalesce") && node.size() == 1;
        JsonNode list = coalesced ? node.get("coalesce") : node;
        List<String> columns = new ArrayList<>();
        if (list.isTextual()) {
            columns.add(list.asText());
        } else if (list.isArray()) {
            list.forEach(item -> columns.add(item.asText()));
        } else if (!list.isNull()) {
            problems.add(file.getFileName() + ": '" + meaning
                    + "' must be a list of columns, or {coalesce: [...]}, got " + node);
        }
        return new Mapping.Source(List.copyOf(columns), coalesced);
    }

    private JsonNode parse(Problems problems) {
        try {
            JsonNode root = YAML.readTree(Files.readAllBytes(file));
            return root == null ? YAML.createObjectNode() : root;
        } catch (JsonProcessingException broken) {
            problems.add(file.getFileName() + ": not YAML: " + broken.getOriginalMessage());
            return YAML.createObjectNode();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode defaults() {
        try (InputStream in = Mapping.class.getResourceAsStream("/bizops/transform/mapping.yml")) {
            return YAML.readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, JsonNode> flat(JsonNode root) {
        Map<String, JsonNode> meanings = new LinkedHashMap<>();
        root.properties()
                .forEach(entity -> entity.getValue()
                        .properties()
                        .forEach(
                                meaning -> meanings.put(entity.getKey() + "." + meaning.getKey(), meaning.getValue())));
        return meanings;
    }
}
