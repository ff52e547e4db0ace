package bizops.dist.manual;

import bizops.singer.cli.CommandUsage;
import bizops.singer.cli.OptionUsage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be completed where a value is wanted.
 *
 * @param words the values there are; empty if they are not known
 */
record Values(Kind kind, List<String> words) {
    private static final Pattern CHOICE = Pattern.compile("[a-z-]+(?:\\|[a-z-]+)+");

    enum Kind {
        WORDS,
        FILE,
        FOLDER,
        STREAM,
        FREE
    }

    static Values of(OptionUsage option) {
        String value = option.value().orElse("");
        return switch (value) {
            case "FILE" -> new Values(Kind.FILE, List.of());
            case "FOLDER" -> new Values(Kind.FOLDER, List.of());
            case "STREAM" -> new Values(Kind.STREAM, List.of());
            default -> value.matches("[a-z|]+") ? words(value) : new Values(Kind.FREE, List.of());
        };
    }

    /** Of what stands after the options. */
    static Values ofOperands(CommandUsage command) {
        Matcher choice = CHOICE.matcher(command.operands());
        if (choice.find()) {
            return words(choice.group());
        }
        if (command.operands().startsWith("STREAM")) {
            return new Values(Kind.STREAM, List.of());
        }
        return new Values(command.operands().contains("FOLDER") ? Kind.FOLDER : Kind.FILE, List.of());
    }

    /** Whether streams stand anywhere on the command's line. */
    static boolean takesStreams(CommandUsage command) {
        return Stream.concat(
                        Stream.of(ofOperands(command)),
                        command.options().stream().map(Values::of))
                .anyMatch(values -> values.kind() == Kind.STREAM);
    }

    private static Values words(String joined) {
        return new Values(Kind.WORDS, List.of(joined.split("\\|", -1)));
    }
}
