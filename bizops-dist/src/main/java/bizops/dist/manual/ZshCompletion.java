package bizops.dist.manual;

import bizops.singer.cli.CommandUsage;
import bizops.singer.cli.OptionUsage;
import bizops.singer.cli.Usage;
import java.util.Locale;
import java.util.stream.Stream;

/** Completion of a program's command line in zsh, with the descriptions of commands and options. */
final class ZshCompletion {
    private static final int LONGEST = 70;

    private final Usage usage;
    private final StringBuilder script = new StringBuilder();

    ZshCompletion(Usage usage) {
        this.usage = usage;
    }

    String text() {
        line("#compdef " + usage.program());
        if (usage.commands().stream().anyMatch(Values::takesStreams)) {
            streams();
        }
        if (usage.hasCommands()) {
            line("if ((CURRENT == 2)); then");
            line("    local -a commands");
            line("    commands=(");
            usage.commands()
                    .forEach(command -> line("        " + quoted(command.name() + ":" + brief(command.description()))));
            line("    )");
            line("    _describe command commands");
            line("    return");
            line("fi");
            line("shift words");
            line("((CURRENT--))");
            line("case $words[1] in");
            usage.commands().forEach(command -> {
                line("    " + command.name() + ")");
                arguments(command, "        ");
                line("        ;;");
            });
            line("esac");
        } else {
            arguments(usage.commands().get(0), "");
        }
        return script.toString();
    }

    private void streams() {
        line("# The streams of the project's catalogs.");
        line("_bizops_streams() {");
        line("    local -a streams");
        line("    streams=(${(f)\"$(grep -ohE '\"tap_stream_id\" *: *\"[^\"]*\"' catalogs/*.json(N) /dev/null |"
                + " cut -d '\"' -f 4)\"})");
        line("    compadd -a streams");
        line("}");
    }

    private void arguments(CommandUsage command, String indent) {
        line(indent + "_arguments \\");
        Stream.concat(command.options().stream(), usage.everywhere().stream())
                .forEach(option ->
                        option.names().forEach(name -> line(indent + "    " + quoted(spec(option, name)) + " \\")));
        String operands = command.operands().isEmpty() ? "operand" : escaped(command.operands());
        line(indent + "    " + quoted("*:" + operands + ":" + action(Values.ofOperands(command))));
    }

    private static String spec(OptionUsage option, String name) {
        String value = option.value()
                .map(word -> ":" + escaped(word.toLowerCase(Locale.ROOT)) + ":" + action(Values.of(option)))
                .orElse("");
        return (option.repeatable() ? "*" : "") + name + "[" + escaped(brief(option.description())) + "]" + value;
    }

    private static String action(Values values) {
        return switch (values.kind()) {
            case WORDS -> "(" + String.join(" ", values.words()) + ")";
            case FILE -> "_files";
            case FOLDER -> "_files -/";
            case STREAM -> "_bizops_streams";
            case FREE -> " ";
        };
    }

    /** What fits beside a name on a terminal: the first words of a description. */
    private static String brief(String description) {
        if (description.length() <= LONGEST) {
            return description;
        }
        int end = description.lastIndexOf(' ', LONGEST);
        return description.substring(0, end) + " ...";
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\[\\]:\\\\])", "\\\\$1");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private void line(String line) {
        script.append(line).append('\n');
    }
}
