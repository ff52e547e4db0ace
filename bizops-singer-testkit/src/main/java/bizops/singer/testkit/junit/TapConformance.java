package bizops.singer.testkit.junit;

import bizops.singer.testkit.tap.TapCheck;
import bizops.singer.testkit.verdict.Check;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The rules for taps as JUnit tests, one a rule. A test class implements it and says what is judged:
 *
 * <pre>{@code
 * final class HelloTapTest implements TapConformance {
 *     public Check check() throws IOException {
 *         return TapCheck.of(new InProcess(new TapProgram("tap-hello", …)::run, Map.of()), TapOptions.config(Path.of("config.json")));
 *     }
 * }
 * }</pre>
 *
 * <p>A rule that is skipped, and an advice that is not followed, shows as an aborted test with its reason.
 */
public interface TapConformance {
    /** What is judged: from {@link TapCheck#of}. Called once; closed after the last test. */
    Check check() throws IOException;

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD) // the rules share runs, in order
    default Stream<DynamicTest> singerRules() throws IOException {
        return RuleTests.of(check());
    }
}
