package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manual page of every program of the archive. */
final class ManualIT {
    private static final Pattern OPTION = Pattern.compile("(?m)^ *(?:\\* )?(--[a-z-]+)");

    static List<String> programs() throws IOException {
        return Tree.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isSetWithoutAWarning(String program) throws Exception {
        Tools.need("groff");

        Run run = Run.of(Path.of("/usr/bin/env"), "groff", "-man", "-ww", "-z", page(program));

        assertThat(run.stderr()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void namesWhateverTheHelpNames(String program) throws Exception {
        Tools.need("groff");
        List<String> options = OPTION.matcher(
                        Run.of(Tree.program(program), "--help").stdout())
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .map(option -> option.replace("* ", ""))
                .distinct()
                .toList();

        Run run = Run.of(Path.of("/usr/bin/env"), "groff", "-man", "-Tascii", "-P-cbou", page(program));

        assertThat(options).hasSizeGreaterThan(2);
        assertThat(run.stdout()).contains(options).contains("\nEXIT STATUS\n");
    }

    private static String page(String program) {
        return Tree.HOME.resolve("share/man/man1/" + program + ".1").toString();
    }
}
