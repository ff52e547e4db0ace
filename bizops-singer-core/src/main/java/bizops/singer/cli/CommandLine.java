package bizops.singer.cli;

import bizops.singer.error.Suggestion;
import bizops.singer.error.UsageException;
import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.ParameterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Parses the arguments of a program into the command to run; the options of every program work anywhere. */
final class CommandLine {
    private final Program program;
    private final List<String> arguments;
    private final boolean help;
    private final boolean version;
    private final boolean debug;
    private final boolean strict;

    CommandLine(Program program, List<String> arguments) {
        this.program = program;
        List<String> rest = new ArrayList<>(arguments);
        this.help = rest.removeIf(argument -> argument.equals("--help") || argument.equals("-h"));
        this.version = rest.removeIf("--version"::equals);
        this.debug = rest.removeIf("--debug"::equals);
        this.strict = rest.removeIf("--strict"::equals);
        this.arguments = rest;
    }

    boolean asksForHelp() {
        return help;
    }

    boolean asksForVersion() {
        return version;
    }

    boolean debug() {
        return debug;
    }

    boolean strict() {
        return strict;
    }

    /** The help text of the program, or of the subcommand that is named. */
    String help() {
        JCommander parser = parser();
        StringBuilder text = new StringBuilder(program.description()).append('\n');
        JCommander named = arguments.isEmpty() ? null : parser.getCommands().get(arguments.get(0));
        if (named != null) {
            named.getUsageFormatter().usage(text);
        } else {
            parser.getUsageFormatter().usage(text);
        }
        return text.append("""
                  Everywhere:
                    --help, -h   this text
                    --version    the version
                    --debug      more log lines, and stack traces of errors
                    --strict     refuse files with secrets that others can read, and databases on other
                                 machines that do not show who they are; or BIZOPS_STRICT=true
                """).toString().stripTrailing();
    }

    /** All that {@link #help} says, as data. */
    Usage usage() {
        return UsageReader.read(program, parser());
    }

    /** The command, its parameters filled in. */
    Command parse() {
        JCommander parser = parser();
        refuseUnknown(parser);
        try {
            parser.parse(arguments.toArray(String[]::new));
        } catch (ParameterException wrong) {
            throw new UsageException(
                    firstLine(String.valueOf(wrong.getMessage())) + "; see " + program.name() + " --help");
        }
        return program.single().orElseGet(() -> {
            String name = parser.getParsedCommand();
            if (name == null) {
                throw new UsageException("a command is needed, one of "
                        + String.join(", ", program.commands().keySet()) + "; see " + program.name() + " --help");
            }
            Command command = program.commands().get(name);
            return Objects.requireNonNull(command);
        });
    }

    private JCommander parser() {
        JCommander.Builder builder =
                JCommander.newBuilder().programName(program.name()).expandAtSign(false);
        program.single().ifPresent(builder::addObject);
        program.commands().forEach(builder::addCommand);
        return builder.build();
    }

    /** JCommander would call an unknown option a main parameter; this names it and the nearest known one. */
    private void refuseUnknown(JCommander parser) {
        JCommander current = parser;
        if (!program.commands().isEmpty() && !arguments.isEmpty()) {
            String name = arguments.get(0);
            JCommander named = parser.getCommands().get(name);
            if (named == null) {
                String kind = name.startsWith("-") ? "option" : "command";
                throw unknown(kind, name, program.commands().keySet().stream().toList());
            }
            current = named;
        }
        if (current.getDescriptions() == null) {
            current.createDescriptions(); // otherwise made in parse(), which comes later
        }
        List<String> known =
                current.getParameters().stream().flatMap(CommandLine::names).toList();
        for (String argument : arguments) {
            String option = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
            if (option.startsWith("--") && option.length() > 2 && !known.contains(option)) {
                throw unknown("option", option, known);
            }
        }
    }

    private UsageException unknown(String kind, String name, List<String> known) {
        return new UsageException(
                "unknown " + kind + " " + name + Suggestion.hint(name, known) + "; see " + program.name() + " --help");
    }

    private static Stream<String> names(ParameterDescription parameter) {
        return Arrays.stream(parameter.getParameter().names());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
