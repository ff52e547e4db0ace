package bizops.transform.config;

import bizops.singer.config.Problems;
import bizops.singer.error.Suggestion;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code mapping.yml} over the defaults; a meaning that no model knows is an error. Immutable. */
public final class MappingFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String SAO_STAGE = "opportunity.sao_stage";
    private static final String SPEND = "spend";

    private final Path file;

    public MappingFile(Path file) {
        this.file = file;
    }

    /** The defaults, overridden by the file where there is one. */
    public Mapping read(Problems problems) {
        Map<String, JsonNode> meanings = new LinkedHashMap<>();
        ObjectNode defaults = defaults();
        defaults.remove(SPEND);
        flat(defaults, meanings, problems);
        ObjectNode root = Files.exists(file) ? parse(problems) : YAML.createObjectNode();
        List<SpendTable> spend = new SpendSection(name(), problems).read(root.remove(SPEND));
        Map<String, JsonNode> own = new LinkedHashMap<>();
        flat(root, own, problems);
        own.forEach((meaning, node) -> {
            if (meanings.containsKey(meaning)) {
                meanings.put(meaning, node);
            } else {
                problems.add(name() + ": unknown '" + meaning + "'" + Suggestion.hint(meaning, meanings.keySet()));
            }
        });
        Map<String, Mapping.Source> sources = new LinkedHashMap<>();
        meanings.forEach((meaning, node) -> {
            if (!meaning.equals(SAO_STAGE)) {
                sources.put(meaning, source(meaning, node, problems));
            }
        });
        return new Mapping(
                Map.copyOf(sources), saoStage(meanings.get(SAO_STAGE), problems), spend, Set.copyOf(own.keySet()));
    }

    private Optional<String> saoStage(@Nullable JsonNode stage, Problems problems) {
        if (stage == null || stage.isNull()) {
            return Optional.empty();
        }
        if (!stage.isTextual() || stage.asText().isBlank()) {
            problems.add(name() + ": '" + SAO_STAGE + "' must be the name of a stage, got " + stage);
        }
        return Optional.of(stage.asText());
    }

    private Mapping.Source source(String meaning, JsonNode node, Problems problems) {
        boolean coalesced = node.isObject() && node.has("coalesce") && node.size() == 1;
        JsonNode list = coalesced ? node.get("coalesce") : node;
        List<String> columns = new ArrayList<>();
        boolean right = list.isTextual() || list.isArray() || (list.isNull() && !coalesced);
        if (list.isTextual()) {
            columns.add(list.asText());
        }
        if (list.isArray()) {
            for (JsonNode item : list) {
                right &= item.isTextual();
                columns.add(item.asText());
            }
        }
        if (!right || columns.stream().anyMatch(String::isBlank)) {
            problems.add(name() + ": '" + meaning + "' must be a list of columns, or {coalesce: [...]}, got " + node);
        }
        return new Mapping.Source(List.copyOf(columns), coalesced);
    }

    private ObjectNode parse(Problems problems) {
        try {
            JsonNode root = YAML.readTree(Files.readAllBytes(file));
            if (root instanceof ObjectNode object) {
                return object;
            }
            if (root != null && !root.isMissingNode() && !root.isNull()) {
                problems.add(name() + ": must hold sections such as 'opportunity:', got " + root.getNodeType());
            }
        } catch (JsonProcessingException broken) {
            problems.add(name() + ": not YAML: "
                    + broken.getOriginalMessage().lines().findFirst().orElse("")
                    + (broken.getLocation() == null
                            ? ""
                            : " in line " + broken.getLocation().getLineNr()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return YAML.createObjectNode();
    }

    private static ObjectNode defaults() {
        try (InputStream in = defaultStream()) {
            return (ObjectNode) YAML.readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream defaultStream() {
        InputStream in = Mapping.class.getResourceAsStream("/bizops/transform/mapping.yml");
        if (in == null) {
            throw new IllegalStateException("no resource mapping.yml");
        }
        return in;
    }

    private void flat(JsonNode root, Map<String, JsonNode> meanings, Problems problems) {
        root.properties().forEach(entity -> {
            JsonNode section = entity.getValue();
            if (!section.isObject() && !section.isNull()) {
                problems.add(name() + ": section '" + entity.getKey() + "' must hold meanings, got " + section);
            }
            section.properties()
                    .forEach(meaning -> meanings.put(entity.getKey() + "." + meaning.getKey(), meaning.getValue()));
        });
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }
}
