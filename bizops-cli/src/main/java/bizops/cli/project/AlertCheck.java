package bizops.cli.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** What the schema cannot say of {@code alerts}. Stateless. */
final class AlertCheck {
    private static final String POINTER = "/alerts";

    private AlertCheck() {}

    static void check(LocatedYaml yaml, Consumer<String> problems) {
        JsonNode alerts = yaml.root().path("alerts");
        if (!alerts.isObject()) {
            return;
        }
        if (alerts.has("url") && alerts.has("command")) {
            problems.accept(yaml.place(POINTER + "/command") + ": there is a url already; keep one of them");
        }
        if (!alerts.has("url") && !alerts.has("command") && !alerts.has("prometheus_folder")) {
            problems.accept(yaml.place(POINTER) + ": tells nobody; give url, command or prometheus_folder");
        }
        if (alerts.path("url").isTextual() && !alerts.path("url").asText().contains("${")) {
            problems.accept(
                    yaml.place(POINTER + "/url") + ": whoever has this address can post there; write ${VARIABLE}");
        }
    }
}
