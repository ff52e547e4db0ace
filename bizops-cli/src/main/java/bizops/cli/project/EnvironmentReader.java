package bizops.cli.project;

import bizops.singer.config.Problems;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one environment of the file. Stateless. */
final class EnvironmentReader {
    private EnvironmentReader() {}

    static Environment read(LocatedYaml yaml, String name, Map<String, String> process) {
        String pointer = pointer(name);
        JsonNode node = yaml.root().path("environments").path(name);
        Problems problems = new Problems();
        Variables known = new Variables(process);
        Map<String, String> all = new HashMap<>();
        known.tree(yaml, pointer + "/variables", node.path("variables"), problems)
                .properties()
                .forEach(one -> all.put(one.getKey(), one.getValue().asText()));
        all.putAll(process);
        Variables variables = new Variables(all);
        Optional<String> prefix = Optional.ofNullable(node.get("schema_prefix"))
                .map(text -> variables.text(text.asText(), yaml.place(pointer + "/schema_prefix"), problems))
                .map(SchemaPrefix::of);
        problems.throwIfAny();
        return new Environment(
                name,
                prefix,
                node.path("raw_prefix").asText(),
                node.path("extract").asBoolean(true),
                all);
    }

    static String pointer(String name) {
        return LocatedYaml.member("/environments", name);
    }
}
