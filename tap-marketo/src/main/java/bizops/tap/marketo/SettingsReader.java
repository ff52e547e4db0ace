package bizops.tap.marketo;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads settings in the forms that configurations of other Marketo taps give them: numbers and booleans as text, the
 * empty text for "default". Every problem is noted. Owned by one thread.
 */
final class SettingsReader {
    private static final URI NOWHERE = URI.create("https://invalid");

    private final Config config;
    private final Problems problems = new Problems();

    SettingsReader(Config config) {
        this.config = config;
    }

    void throwIfAny() {
        problems.throwIfAny();
    }

    /** Scheme, host and port. */
    URI endpoint() {
        String text = text("endpoint").orElse("");
        return Endpoint.origin(text).orElseGet(() -> {
            problems.add("'endpoint' must be an address such as https://123-ABC-456.mktorest.com/rest, got \"" + text
                    + "\"");
            return NOWHERE;
        });
    }

    /** The address with {@code /identity}. */
    URI identity(URI endpoint) {
        Optional<String> text = text("identity");
        if (text.isEmpty()) {
            return URI.create(endpoint + "/identity");
        }
        Optional<URI> origin = Endpoint.origin(text.get());
        if (origin.isEmpty()) {
            problems.add("'identity' must be an address such as https://123-ABC-456.mktorest.com/identity, got \""
                    + text.get() + "\"");
        }
        return URI.create(origin.orElse(NOWHERE) + "/identity");
    }

    /** A whole number within bounds; nothing and the empty text mean the default. */
    int number(String name, int byDefault, int least, int most) {
        return optionalNumber(name, least, most).orElse(byDefault);
    }

    Optional<Integer> optionalNumber(String name, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = new java.math.BigDecimal(text.get()).intValueExact();
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (ArithmeticException | NumberFormatException wrong) {
            problems.add("'" + name + "' must be a whole number, got \"" + text.get() + "\"");
            return Optional.empty();
        }
        problems.add("'" + name + "' must be between " + least + " and " + most + ", got " + text.get());
        return Optional.empty();
    }

    boolean flag(String name) {
        String text = text(name).orElse("").toLowerCase(Locale.ROOT);
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            problems.add("'" + name + "' must be true or false, got \"" + text + "\"");
        }
        return text.equals("true");
    }

    /** A list of whole numbers, also as one text with commas. */
    List<Integer> numbers(String name) {
        List<Integer> numbers = new ArrayList<>();
        for (String given : config.strings(name)) {
            for (String one : given.split(",", -1)) {
                try {
                    if (!one.isBlank()) {
                        numbers.add(Integer.parseInt(one.strip()));
                    }
                } catch (NumberFormatException wrong) {
                    problems.add("'" + name + "' must be a list of whole numbers, got \"" + one.strip() + "\"");
                }
            }
        }
        return numbers;
    }

    Optional<String> text(String name) {
        return config.optionalString(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A text that must not be empty. */
    String required(String name) {
        return text(name).orElseGet(() -> {
            problems.add("'" + name + "' must not be empty");
            return "";
        });
    }
}
