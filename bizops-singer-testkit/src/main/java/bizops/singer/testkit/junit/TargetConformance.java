package bizops.singer.testkit.junit;

import bizops.singer.testkit.target.TargetCheck;
import bizops.singer.testkit.verdict.Check;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The rules for targets as JUnit tests, one a rule. A test class implements it and says what is judged.
 *
 * <p>A rule that is skipped, and an advice that is not followed, shows as an aborted test with its reason.
 */
public interface TargetConformance {
    /** What is judged: from {@link TargetCheck#of}. Called once; closed after the last test. */
    Check check() throws IOException;

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD) // the rules share runs, in order
    default Stream<DynamicTest> singerRules() throws IOException {
        return RuleTests.of(check());
    }
}
