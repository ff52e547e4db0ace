package bizops.singer.testkit.run;

import bizops.singer.error.ConfigException;
import bizops.singer.report.Redactor;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Verdict;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The texts in settings whose name looks like that of a secret. Immutable.
 *
 * @param values value to name
 */
public record Secrets(Map<String, String> values) {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passphrase|secret|token|api_?key|private_?key|access_?key|^key$).*");
    /** Shorter ones turn up by chance. */
    private static final int SHORTEST = 6;

    /** Those in the files. From now on verdicts show them as stars. */
    public static Secrets of(List<Path> configs) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        for (Path config : configs) {
            try {
                collect(new ObjectMapper().readTree(config.toFile()), "", found);
            } catch (JsonProcessingException notJson) {
                throw new ConfigException(config + " is no JSON: " + notJson.getOriginalMessage(), notJson);
            }
        }
        found.keySet().forEach(Redactor::hide);
        return new Secrets(found);
    }

    /** Whether a run printed one of them. */
    public Verdict look(Collection<Ended> runs) {
        if (values.isEmpty()) {
            throw new NothingToJudge(
                    "no setting in the config looks like a secret of " + SHORTEST + " characters or more");
        }
        for (Ended run : runs) {
            for (Map.Entry<String, String> secret : values.entrySet()) {
                for (String line : (run.stdout() + "\n" + run.stderr()).split("\n", -1)) {
                    if (line.contains(secret.getKey())) {
                        return Verdict.fail(
                                "the value of '" + secret.getValue() + "' is printed",
                                run.name() + ": " + Redactor.redact(line));
                    }
                }
            }
        }
        return Verdict.pass();
    }

    private static void collect(JsonNode node, String name, Map<String, String> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), field.getKey(), found));
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, name, found));
        } else if (node.isTextual()
                && node.asText().length() >= SHORTEST
                && SECRET.matcher(name).matches()) {
            found.put(node.asText(), name);
        }
    }
}
