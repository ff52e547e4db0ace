package bizops.singer.testkit.target;

import java.util.ArrayList;
import java.util.List;

/** Every rule for targets, in the order in which they are judged. */
final class TargetRules {
    private static final List<TargetRule> ALL = all();

    private TargetRules() {}

    static List<TargetRule> list() {
        return ALL;
    }

    private static List<TargetRule> all() {
        List<TargetRule> rules = new ArrayList<>(AcceptanceRules.list());
        rules.addAll(List.of(
                new StdoutStates(),
                new StateUnwrapped(),
                new StateReceived(),
                new StateOrder(),
                new StateLast(),
                new StateNone(),
                new StateAfterCommit(),
                new EmptyInput()));
        rules.addAll(RefusalRules.list());
        rules.addAll(List.of(
                new StateBehindError(),
                new StateBeforeError(),
                new ExitBadConfig(),
                new FailureCritical(),
                new Terminated(),
                new NoSecrets()));
        return List.copyOf(rules);
    }
}
