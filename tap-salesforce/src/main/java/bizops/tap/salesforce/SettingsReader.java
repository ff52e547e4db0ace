package bizops.tap.salesforce;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads settings in every form that configurations of other Salesforce taps give them (numbers and booleans as text,
 * the empty text for "default"), and says in one line what to set instead of what is not supported. Owned by one thread.
 */
final class SettingsReader {

    private final Config config;
    private final Problems problems = new Problems();

    SettingsReader(Config config) {
        this.config = config;
    }

    void throwIfAny() {
        problems.throwIfAny();
    }

    /** Takes what is wrong with other settings, so that all of it is said at once. */
    Problems problems() {
        return problems;
    }

    double percent(String name, double byDefault) {
        Optional<String> text = optional(name);
        try {
            double percent = text.map(Double::parseDouble).orElse(byDefault);
            if (percent >= 0 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException wrong) {
            problems.add("'" + name + "' must be a number between 0 and 100, got \"" + text.orElse("") + "\"");
            return byDefault;
        }
        problems.add("'" + name + "' must be between 0 and 100, got " + text.orElse(""));
        return byDefault;
    }

    /** A whole number of seconds, 0 or more. */
    Duration seconds(String name, long byDefault) {
        Optional<String> text = optional(name);
        try {
            long seconds = text.map(Long::parseLong).orElse(byDefault);
            if (seconds >= 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException wrong) {
            problems.add("'" + name + "' must be a whole number of seconds, got \"" + text.orElse("") + "\"");
            return Duration.ofSeconds(byDefault);
        }
        problems.add("'" + name + "' must be 0 or more, got " + text.orElse(""));
        return Duration.ofSeconds(byDefault);
    }

    boolean flag(String name, boolean byDefault) {
        String text = optional(name).orElse("").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "" -> byDefault;
            case "true" -> true;
            case "false" -> false;
            default -> {
                problems.add("'" + name + "' must be true or false, got \"" + text + "\"");
                yield byDefault;
            }
        };
    }

    private Optional<String> optional(String name) {
        return config.optionalString(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
