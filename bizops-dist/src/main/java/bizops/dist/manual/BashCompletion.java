package bizops.dist.manual;

import bizops.singer.cli.CommandUsage;
import bizops.singer.cli.OptionUsage;
import bizops.singer.cli.Usage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion of a program's command line in bash. Words of ours only stand in the script, and none needs escaping. */
final class BashCompletion {
    private final Usage usage;
    private final String function;
    private final StringBuilder script = new StringBuilder();

    BashCompletion(Usage usage) {
        this.usage = usage;
        this.function = "_" + usage.program().replace('-', '_');
    }

    String text() {
        line("# bash completion of " + usage.program());
        line(function + "() {");
        line("    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=");
        line("    # bash takes --format=json for three words");
        line("    [[ $current != = ]] || current=");
        line("    [[ $previous != = ]] || previous=${COMP_WORDS[COMP_CWORD - 2]}");
        if (usage.hasCommands()) {
            line("    if ((COMP_CWORD == 1)); then");
            line("        " + words(names(usage.commands().stream().map(CommandUsage::name), everywhere())));
            line("        return");
            line("    fi");
            line("    command=${COMP_WORDS[1]}");
        }
        line("    case \"$command $previous\" in");
        usage.commands().forEach(command -> command.options().forEach(option -> value(command, option)));
        line("    esac");
        line("    case \"$command $current\" in");
        usage.commands().forEach(this::optionsAndOperands);
        line("    esac");
        line("}");
        line("complete -F " + function + " " + usage.program());
        return helper() + script;
    }

    private void value(CommandUsage command, OptionUsage option) {
        if (option.value().isEmpty()) {
            return;
        }
        String at = option.names().stream()
                .map(name -> "\"" + command.name() + " " + name + "\"")
                .collect(Collectors.joining(" | "));
        line("        " + at + ") " + reply(Values.of(option)) + "; return ;;");
    }

    private void optionsAndOperands(CommandUsage command) {
        Stream<String> own = command.options().stream().flatMap(option -> option.names().stream());
        line("        \"" + command.name() + " -\"*) " + words(names(own, everywhere())) + " ;;");
        line("        \"" + command.name() + " \"*) " + reply(Values.ofOperands(command)) + " ;;");
    }

    private String reply(Values values) {
        return switch (values.kind()) {
            case WORDS -> words(String.join(" ", values.words()));
            case FILE -> "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- \"$current\")";
            case FOLDER -> "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- \"$current\")";
            case STREAM -> "mapfile -t COMPREPLY < <(compgen -W \"$(" + function + "_streams)\" -- \"$current\")";
            case FREE -> "COMPREPLY=()";
        };
    }

    /** Streams are those of the catalogs that are named on the line, else of those of the project. */
    private String helper() {
        boolean streams = usage.commands().stream().anyMatch(Values::takesStreams);
        return streams
                ? function + "_streams() {\n"
                        + "    local i catalogs=()\n"
                        + "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                        + "        [[ ${COMP_WORDS[i]} != --catalog ]] || catalogs+=(\"${COMP_WORDS[i + 1]}\")\n"
                        + "    done\n"
                        + "    ((${#catalogs[@]})) || catalogs=(catalogs/*.json)\n"
                        + "    grep -ohE '\"tap_stream_id\" *: *\"[^\"]*\"' \"${catalogs[@]}\" 2>/dev/null |"
                        + " cut -d '\"' -f 4\n"
                        + "}\n"
                : "";
    }

    private static String words(String words) {
        return "mapfile -t COMPREPLY < <(compgen -W \"" + words + "\" -- \"$current\")";
    }

    private Stream<String> everywhere() {
        return usage.everywhere().stream().flatMap(option -> option.names().stream());
    }

    private static String names(Stream<String> some, Stream<String> more) {
        List<String> names = Stream.concat(some, more).toList();
        return String.join(" ", names);
    }

    private void line(String line) {
        script.append(line).append('\n');
    }
}
