package bizops.singer.cli;

import java.util.List;
import java.util.Optional;

/**
 * One option. Immutable.
 *
 * @param names such as {@code --config} and {@code -c}, as declared
 * @param value what stands for its value: a word such as {@code FILE}, or the words to choose from with bars between
 *     them; empty for a switch
 * @param defaultValue where one is worth saying
 */
public record OptionUsage(
        List<String> names,
        String description,
        Optional<String> value,
        Optional<String> defaultValue,
        boolean required,
        boolean repeatable) {
    private static final String BETWEEN = "\\|";

    /** These work with every program that is built on the kit. */
    static final List<OptionUsage> EVERYWHERE = List.of(
            flag("the help text", "--help", "-h"),
            flag("the version", "--version"),
            flag("more log lines, and stack traces of errors", "--debug"),
            flag(
                    "refuse files with secrets that others can read, and databases on other machines that do not show who"
                            + " they are; or BIZOPS_STRICT=true",
                    "--strict"));

    public OptionUsage {
        names = List.copyOf(names);
    }

    /** The words that its value is one of; empty if it may be any. */
    public List<String> choices() {
        return value.filter(word -> word.contains("|"))
                .map(words -> List.of(words.split(BETWEEN, -1)))
                .orElse(List.of());
    }

    private static OptionUsage flag(String description, String... names) {
        return new OptionUsage(List.of(names), description, Optional.empty(), Optional.empty(), false, false);
    }
}
