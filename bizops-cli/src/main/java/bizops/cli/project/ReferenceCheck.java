package bizops.cli.project;

import bizops.singer.error.Suggestion;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Finds names that name nothing. Stateless. */
final class ReferenceCheck {
    private static final Set<String> STEPS = Set.of("run", "transform", "report");

    private ReferenceCheck() {}

    static void check(LocatedYaml yaml, Consumer<String> problems) {
        JsonNode root = yaml.root();
        root.path("pipelines").properties().forEach(pipeline -> {
            String pointer = LocatedYaml.member("/pipelines", pipeline.getKey());
            JsonNode taps = pipeline.getValue().path("taps");
            for (int i = 0; i < taps.size(); i++) {
                known(yaml, pointer + "/taps/" + i, "taps", taps.get(i), problems);
            }
            known(yaml, pointer + "/target", "targets", pipeline.getValue().path("target"), problems);
            needs(yaml, pointer, pipeline.getValue(), "transform", problems);
            needs(yaml, pointer, pipeline.getValue(), "report", problems);
        });
        taps(yaml, problems);
        known(yaml, "/default_environment", "environments", root.path("default_environment"), problems);
    }

    /** Two taps with one state would take turns with it; a tap is told from the other steps by its name. */
    private static void taps(LocatedYaml yaml, Consumer<String> problems) {
        Map<String, String> states = new HashMap<>();
        yaml.root().path("taps").properties().forEach(tap -> {
            String name = tap.getKey();
            String pointer = LocatedYaml.member("/taps", name);
            if (STEPS.contains(name)) {
                problems.accept(yaml.place(pointer) + ": a step of every run has this name; take another");
            }
            String other = states.put(tap.getValue().path("state_id").asText(name), name);
            if (other != null) {
                problems.accept(
                        yaml.place(pointer) + ": has the state_id of tap '" + other + "'; give it one of its own");
            }
        });
    }

    private static void known(
            LocatedYaml yaml, String pointer, String section, JsonNode reference, Consumer<String> problems) {
        String name = reference.asText();
        if (reference.isTextual() && !yaml.root().path(section).has(name)) {
            List<String> names = names(yaml.root().path(section));
            problems.accept(yaml.place(pointer) + ": '" + name + "' is none of " + section + " ("
                    + String.join(", ", names) + ")" + Suggestion.hint(name, names));
        }
    }

    private static void needs(
            LocatedYaml yaml, String pointer, JsonNode pipeline, String section, Consumer<String> problems) {
        if (pipeline.path(section).asBoolean(false) && !yaml.root().has(section)) {
            problems.accept(yaml.place(pointer + "/" + section) + ": the file has no '" + section
                    + ":'; add it, if only as " + section + ": {}");
        }
    }

    private static List<String> names(JsonNode section) {
        List<String> names = new ArrayList<>();
        section.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
