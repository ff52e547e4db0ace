package bizops.transform.audit;

import bizops.transform.model.Relation;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Tests that need not be run again: nothing failed them in the published build, and all that they read has the rows that it
 * had. Thread-safe.
 */
final class Passed {
    private final Set<TestName> before;
    private final Fresh fresh;
    private final Set<TestName> stand =
            new ConcurrentSkipListSet<>(Comparator.comparing(TestName::model).thenComparing(TestName::test));

    /** @param before the tests of the published build that nothing failed */
    Passed(Set<TestName> before, Fresh fresh) {
        this.before = before;
        this.fresh = fresh;
    }

    /** Whether nothing failed the test in the published build. */
    boolean before(String test, String model) {
        return before.contains(new TestName(test, model));
    }

    /** Whether a test's result stands; it is noted then. */
    boolean stands(String test, String model, Collection<Relation> inputs) {
        TestName name = new TestName(test, model);
        boolean isSame = before.contains(name) && inputs.stream().allMatch(fresh::isSame);
        return isSame && (stand.add(name) || stand.contains(name));
    }

    /** Those whose result stands. */
    Set<TestName> all() {
        return Collections.unmodifiableSet(stand);
    }
}
