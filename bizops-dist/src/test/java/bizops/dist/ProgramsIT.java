package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every program of the archive does alike. */
final class ProgramsIT {
    static List<String> programs() throws IOException {
        return Tree.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void saysItsNameAndVersionAndNothingElse(String program) throws Exception {
        Run run = Run.of(Tree.program(program), "--version");

        assertThat(run.exit()).as(run.stderr()).isZero();
        assertThat(run.stdout()).matches(program + " v?[0-9]+\\.[0-9]+\\.[0-9]+.*\n");
        assertThat(run.stderr()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void explainsItself(String program) throws Exception {
        Run run = Run.of(Tree.program(program), "--help");

        assertThat(run.exit()).as(run.stderr()).isZero();
        assertThat(run.stdout()).contains("Usage: " + program, "--help", "--version");
        assertThat(run.stderr()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void endsWithTwoAndOneLineForAnUnknownOption(String program) throws Exception {
        Run run = Run.of(Tree.program(program), "--no-such-option");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.stderr()).startsWith("CRITICAL " + program + ": ").contains("--no-such-option");
        assertThat(run.stderr().lines()).hasSize(1);
    }
}
