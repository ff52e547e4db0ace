package bizops.singer.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.WrappedParameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads from a program's parser how the program is called. */
final class UsageReader {
    private static final Set<String> NOTHING = Set.of("", "false", "null");
    private static final Set<String> EVERYWHERE = OptionUsage.EVERYWHERE.stream()
            .flatMap(option -> option.names().stream())
            .collect(Collectors.toUnmodifiableSet());

    private UsageReader() {}

    static Usage read(Program program, JCommander parser) {
        if (program.single().isPresent()) {
            return new Usage(
                    program.name(), program.description(), List.of(command("", "", parser)), OptionUsage.EVERYWHERE);
        }
        List<CommandUsage> commands = program.commands().keySet().stream()
                .map(name -> command(
                        name,
                        Objects.requireNonNullElse(parser.getUsageFormatter().getCommandDescription(name), ""),
                        Objects.requireNonNull(parser.getCommands().get(name))))
                .toList();
        return new Usage(program.name(), program.description(), commands, OptionUsage.EVERYWHERE);
    }

    private static CommandUsage command(String name, String description, JCommander parser) {
        if (parser.getDescriptions() == null) {
            parser.createDescriptions(); // otherwise made when arguments are parsed, and here are none
        }
        List<OptionUsage> options = parser.getParameters().stream()
                .filter(parameter -> !parameter.getParameter().hidden())
                .filter(parameter -> !EVERYWHERE.containsAll(List.of(names(parameter))))
                .sorted(Comparator.comparing(ParameterDescription::getLongestName))
                .map(UsageReader::option)
                .toList();
        return new CommandUsage(
                name, description, Objects.requireNonNullElse(parser.getMainParameterDescription(), ""), options);
    }

    private static OptionUsage option(ParameterDescription parameter) {
        WrappedParameter declared = parameter.getParameter();
        Class<?> type = parameter.getParameterized().getType();
        boolean isSwitch = type == boolean.class || type == Boolean.class;
        boolean repeatable = Collection.class.isAssignableFrom(type);
        Optional<String> value = isSwitch
                ? Optional.empty()
                : Optional.of(declared.placeholder().isEmpty() ? "VALUE" : declared.placeholder());
        return new OptionUsage(
                Arrays.asList(names(parameter)),
                parameter.getDescription(),
                value,
                Optional.of(text(parameter.getDefault())).filter(text -> !NOTHING.contains(text)),
                declared.required(),
                repeatable);
    }

    private static String text(@Nullable Object value) {
        return value instanceof Collection<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    private static String[] names(ParameterDescription parameter) {
        return parameter.getParameter().names();
    }
}
