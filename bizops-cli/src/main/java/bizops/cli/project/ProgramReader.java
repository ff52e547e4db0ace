package bizops.cli.project;

import bizops.singer.config.Problems;
import bizops.singer.config.SecretFiles;
import bizops.singer.config.Strictness;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a program of the file: its command, its settings from file and text, its variables. Owned by one thread. */
final class ProgramReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final LocatedYaml yaml;
    private final Path folder;
    private final Variables variables;
    private final Problems problems;
    private final SecretFiles secretFiles;

    ProgramReader(LocatedYaml yaml, Path folder, Variables variables, Problems problems) {
        this.yaml = yaml;
        this.folder = folder;
        this.variables = variables;
        this.problems = problems;
        this.secretFiles = new SecretFiles(Strictness.of(variables.values()), problems);
    }

    /** What stands at a pointer. */
    ProgramSpec read(String name, String pointer) {
        JsonNode node = yaml.root().at(pointer);
        ObjectNode settings = file(node, pointer + "/config");
        settings(pointer).properties().forEach(one -> settings.set(one.getKey(), one.getValue()));
        return new ProgramSpec(name, command(node, pointer), settings, environment(pointer));
    }

    JsonNode settings(String pointer) {
        String at = pointer + "/settings";
        return variables.tree(yaml, at, yaml.root().at(at), problems);
    }

    /** The variables of the process, .env's and the environment's among them. */
    Map<String, String> environment(String pointer) {
        Map<String, String> environment = new HashMap<>(variables.values());
        String at = pointer + "/env";
        variables
                .tree(yaml, at, yaml.root().at(at), problems)
                .properties()
                .forEach(one -> environment.put(one.getKey(), one.getValue().asText()));
        return environment;
    }

    /** The words of a command; a program with a folder in its name is looked for from the file's folder. */
    List<String> command(JsonNode node, String pointer) {
        JsonNode command = variables.tree(yaml, pointer + "/command", node.path("command"), problems);
        List<String> words = new ArrayList<>();
        command.forEach(word -> words.add(word.asText()));
        if (command.isTextual()) {
            words.add(command.asText());
        }
        if (words.get(0).contains("/")) {
            words.set(0, folder.resolve(words.get(0)).toString());
        }
        return words;
    }

    String text(String text, String pointer) {
        return variables.text(text, yaml.place(pointer), problems);
    }

    private ObjectNode file(JsonNode node, String pointer) {
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        if (!node.has("config")) {
            return empty;
        }
        Path file = folder.resolve(variables.text(node.path("config").asText(), yaml.place(pointer), problems));
        try {
            if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode settings) {
                settings.fieldNames().forEachRemaining(name -> {
                    if (SecretNames.isSecret(name)) {
                        secretFiles.hold(name, file.toString());
                    }
                });
                return settings;
            }
            problems.add(yaml.place(pointer) + ": " + file + " must hold one JSON object");
        } catch (JsonProcessingException broken) {
            // The parser's own message can quote a piece of the file, and the file may hold secrets.
            problems.add(yaml.place(pointer) + ": " + file + " cannot be read as JSON"
                    + (broken.getLocation() == null
                            ? ""
                            : ", see its line " + broken.getLocation().getLineNr()));
        } catch (IOException unreadable) {
            problems.add(yaml.place(pointer) + ": file " + file + " cannot be read; correct the name");
        }
        return empty;
    }
}
