package bizops.cli.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Finds secrets that stand in the file itself, which is kept in git. Stateless. */
final class SecretCheck {
    private SecretCheck() {}

    static void check(LocatedYaml yaml, Consumer<String> problems) {
        check(yaml, yaml.root(), "", problems);
    }

    private static void check(LocatedYaml yaml, JsonNode node, String pointer, Consumer<String> problems) {
        node.properties().forEach(member -> {
            String name = member.getKey();
            String at = LocatedYaml.member(pointer, name);
            JsonNode value = member.getValue();
            String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
            boolean written = !text.isEmpty() && !text.contains("${");
            if (written && (SecretNames.isSecret(name) || SecretNames.holdsPassword(text))) {
                problems.accept(
                        yaml.place(at) + ": a secret stands in the file; write ${VARIABLE}, or give the setting " + name
                                + "_file with the name of a file that holds it");
            }
            check(yaml, value, at, problems);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(yaml, node.get(i), LocatedYaml.member(pointer, Integer.toString(i)), problems);
        }
    }
}
