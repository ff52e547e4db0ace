package bizops.singer.testkit;

import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;
import bizops.singer.testkit.cli.TapCommand;
import bizops.singer.testkit.cli.TargetCommand;
import java.util.Arrays;
import java.util.List;

/** The program {@code singer-check}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        List<String> all = Arrays.asList(arguments);
        int end = all.indexOf("--");
        List<String> own = end < 0 ? all : all.subList(0, end);
        List<String> judged = end < 0 ? List.of() : all.subList(end + 1, all.size());
        Launcher.main(program(judged), own.toArray(String[]::new));
    }

    /**
     * The program.
     *
     * @param judged the program behind {@code --}; its arguments are not ours to parse
     */
    public static Program program(List<String> judged) {
        return Program.named("singer-check", "Judges a Singer tap or target, in any language, by the protocol's rules")
                .with("tap", new TapCommand(judged))
                .with("target", new TargetCommand(judged));
    }
}
