package bizops.singer.warehouse.tls;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import java.util.Optional;
import java.util.Set;

/** What the settings say about encryption, which targets say in three ways: a mode, and two switches. Holds nothing. */
final class TlsMode {
    private static final Set<String> LOOSE = Set.of("disable", "allow", "prefer");

    private TlsMode() {}

    static String of(Config config, Problems problems) {
        Optional<String> mode = config.optionalString("ssl_mode");
        Optional<Boolean> ssl = switchOf("ssl", config, problems);
        Optional<Boolean> enable = switchOf("ssl_enable", config, problems);
        String chosen = mode.orElseGet(() -> {
            if (config.has("ssl_root_cert") || enable.orElse(false)) {
                return "verify-full";
            }
            return ssl.orElse(false) ? "require" : "prefer";
        });
        ssl.ifPresent(on -> mustAgree("ssl", on, chosen, problems));
        enable.ifPresent(on -> mustAgree("ssl_enable", on, chosen, problems));
        return chosen;
    }

    private static Optional<Boolean> switchOf(String name, Config config, Problems problems) {
        String text = config.optionalString(name).orElse("");
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            problems.add("'" + name + "' must be true or false; a mode belongs in ssl_mode");
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.equals("true"));
    }

    private static void mustAgree(String name, boolean on, String mode, Problems problems) {
        if (on && LOOSE.contains(mode)) {
            problems.add("'" + name + "' is true, but 'ssl_mode' " + mode + " does without TLS: keep one");
        } else if (!on && !LOOSE.contains(mode)) {
            problems.add("'" + name + "' is false, but 'ssl_mode' is " + mode
                    + " (verify-full if only ssl_root_cert is set), which asks for TLS: keep one");
        }
    }
}
