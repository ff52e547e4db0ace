package bizops.singer.testkit.junit;

import bizops.singer.report.Redactor;
import bizops.singer.testkit.verdict.Check;
import bizops.singer.testkit.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** A check as dynamic tests. */
final class RuleTests {
    private RuleTests() {}

    /** One test a rule; closing the stream, as JUnit does in the end, closes the check. */
    static Stream<DynamicTest> of(Check check) {
        return check.judges()
                .map(judge -> DynamicTest.dynamicTest(
                        judge.rule().id() + ": " + judge.rule().wants(), () -> expect(judge.judge())))
                .onClose(() -> close(check));
    }

    private static void expect(Verdict verdict) {
        String text = verdict.why() + (verdict.shown().isEmpty() ? "" : " [" + verdict.shown() + "]");
        switch (verdict.outcome()) {
            case PASS -> {}
            case FAIL -> Assertions.fail(Redactor.redact(text));
            case WARN, SKIP -> Assumptions.abort(verdict.outcome() + ": " + Redactor.redact(text));
        }
    }

    private static void close(Check check) {
        try {
            check.close();
        } catch (IOException leftOver) {
            throw new UncheckedIOException(leftOver);
        }
    }
}
