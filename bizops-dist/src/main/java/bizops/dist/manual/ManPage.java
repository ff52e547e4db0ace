package bizops.dist.manual;

import bizops.dist.manual.Programs.Described;
import bizops.singer.cli.CommandUsage;
import bizops.singer.cli.OptionUsage;
import bizops.singer.cli.Usage;
import bizops.singer.config.Setting;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The manual page of a program, section 1. */
final class ManPage {
    private final Described described;
    private final Usage usage;
    private final List<String> others;
    private final Roff page = new Roff();

    /** @param others programs to see also */
    ManPage(Described described, List<String> others) {
        this.described = described;
        this.usage = described.usage();
        this.others = others;
    }

    /** @param date of the version, as {@code 2026-11-24} */
    String text(String version, String date) {
        page.request("TH", usage.program().toUpperCase(Locale.ROOT), "1", date, "BizOps " + version, "User Commands");
        page.request("SH", "NAME").text(usage.program() + " - " + withoutStop(usage.description()));
        synopsis();
        if (usage.hasCommands()) {
            page.request("SH", "COMMANDS");
            usage.commands().forEach(this::command);
            page.request("SH", "OPTIONS OF EVERY COMMAND");
        } else {
            page.request("SH", "OPTIONS");
            usage.commands().get(0).options().forEach(this::option);
        }
        usage.everywhere().forEach(this::option);
        described.about().ifPresent(about -> {
            page.request("SH", "SETTINGS");
            page.text("Keys of the JSON files that --config names. A variable sets what it is named after.");
            about.settings().settings().forEach(this::setting);
        });
        environment();
        exitStatus();
        page.request("SH", "SEE ALSO");
        page.text(others.stream().map(name -> name + "(1)").collect(Collectors.joining(", ")));
        return page.toString();
    }

    private void synopsis() {
        page.request("SH", "SYNOPSIS");
        if (usage.hasCommands()) {
            usage.commands()
                    .forEach(command ->
                            page.text(usage.program() + " " + call(command)).request("br"));
        } else {
            page.text(usage.program() + " " + call(usage.commands().get(0)));
        }
    }

    private static String call(CommandUsage command) {
        String required = command.options().stream()
                .filter(OptionUsage::required)
                .map(option ->
                        " " + option.names().get(0) + " " + option.value().orElse(""))
                .collect(Collectors.joining());
        return (command.name() + required + " [OPTION]... " + command.operands()).strip();
    }

    private void command(CommandUsage command) {
        page.request("SS", call(command));
        page.text(command.description());
        command.options().forEach(this::option);
    }

    private void option(OptionUsage option) {
        String rest = (option.required() ? ", required" : "") + (option.repeatable() ? ", repeatable" : "");
        String more = option.defaultValue().map(value -> " Default: " + value).orElse("");
        page.tagged(
                String.join(", ", option.names()),
                option.value().orElse(""),
                rest,
                option.description() + (more.isEmpty() ? "" : "." + more));
    }

    private void setting(Setting setting) {
        String facts = " (" + setting.type()
                + (setting.required() ? ", required" : "")
                + (setting.secret() ? ", secret" : "")
                + (setting.defaultValue().isEmpty() ? "" : ", default " + setting.defaultValue())
                + ")";
        page.tagged(setting.name(), "", facts, setting.description());
        page.request("br").text("Variable: " + variable(setting.name()));
    }

    private String variable(String setting) {
        return (usage.program() + "_" + setting).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private void environment() {
        page.request("SH", "ENVIRONMENT");
        page.tagged("BIZOPS_JAVA_HOME, JAVA_HOME", "", "", "Where Java 17 or newer is; else the one on the PATH.");
        page.tagged("BIZOPS_MAX_HEAP", "", "", "Limit of the Java heap, such as 1g.");
        page.tagged("BIZOPS_JAVA_OPTS", "", "", "Further options of Java, split at spaces.");
    }

    private void exitStatus() {
        page.request("SH", "EXIT STATUS");
        ExitStatus.of(usage.program()).forEach((code, meaning) -> page.tagged(code, "", "", meaning));
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
