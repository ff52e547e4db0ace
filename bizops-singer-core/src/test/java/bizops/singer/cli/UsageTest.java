package bizops.singer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a program says of its own use, as manuals and completion show it. */
final class UsageTest {
    @Test
    void namesEveryCommandInItsOrderWithItsDescription() {
        Usage usage = Program.named("zoo", "keeps animals")
                .with("walk", new Walk())
                .with("feed", new Feed())
                .usage();

        assertThat(usage.hasCommands()).isTrue();
        assertThat(usage.commands())
                .extracting(CommandUsage::name, CommandUsage::description, CommandUsage::operands)
                .containsExactly(tuple("walk", "", ""), tuple("feed", "Gives food", "[ANIMAL]"));
    }

    @Test
    void tellsSwitchesFromOptionsAndChoicesFromFreeValues() {
        CommandUsage feed =
                Program.of("feed", "gives food", new Feed()).usage().commands().get(0);

        assertThat(feed.options())
                .containsExactly(
                        new OptionUsage(
                                List.of("--food", "-f"),
                                "which",
                                Optional.of("hay|meat"),
                                Optional.of("hay"),
                                false,
                                true),
                        new OptionUsage(List.of("--now"), "at once", Optional.empty(), Optional.empty(), false, false),
                        new OptionUsage(
                                List.of("--spoons"), "how much", Optional.of("VALUE"), Optional.empty(), true, false));
        assertThat(feed.options().get(0).choices()).containsExactly("hay", "meat");
        assertThat(feed.options().get(2).choices()).isEmpty();
    }

    @Test
    void whatWorksEverywhereIsWhatTheHelpSays() {
        Program feed = Program.of("feed", "gives food", new Feed());
        String help = new CommandLine(feed, List.of()).help();
        List<String> everywhere = help.substring(help.indexOf("Everywhere:"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("--"))
                .map(line -> line.split("[ ,]", 2)[0])
                .toList();

        assertThat(feed.usage().everywhere())
                .extracting(option -> option.names().get(0))
                .containsExactlyElementsOf(everywhere);
    }

    @Test
    void aProgramThatDoesOneThingHasNoCommands() {
        assertThat(Program.of("feed", "gives food", new Feed()).usage().hasCommands())
                .isFalse();
    }

    private static final class Walk implements Command {
        @Override
        public void run(Terminal terminal) {}
    }

    @SuppressWarnings("UnusedVariable") // read by JCommander
    @Parameters(commandDescription = "Gives food")
    private static final class Feed implements Command {
        @Parameter(description = "[ANIMAL]")
        private List<String> animals = new ArrayList<>();

        @Parameter(names = "--spoons", description = "how much", required = true)
        private String spoons = "";

        @Parameter(
                names = {"--food", "-f"},
                placeholder = "hay|meat",
                description = "which")
        private List<String> food = new ArrayList<>(List.of("hay"));

        @Parameter(names = "--now", description = "at once")
        private boolean now;

        @Parameter(names = "--secret", hidden = true, description = "not told")
        private boolean secret;

        @Override
        public void run(Terminal terminal) {}
    }
}
