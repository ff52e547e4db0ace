package bizops.cli.alert;

import bizops.cli.alert.Finding.Kind;
import java.util.List;
import java.util.Set;

/**
 * What a check found, and what it looked at: only what was looked at can be right again. Immutable.
 *
 * @param judged what the keys begin with of everything that it would have found
 */
record Findings(List<Finding> all, Set<String> judged) {
    Findings {
        all = List.copyOf(all);
        judged = Set.copyOf(judged);
    }

    /** Nothing could be said. */
    static Findings none() {
        return new Findings(List.of(), Set.of());
    }

    /** Of one place. */
    static Findings at(Kind kind, String where, List<Finding> all) {
        return new Findings(all, Set.of(kind.at(where)));
    }

    /** Whether it would have been found again if it were still so. */
    boolean judges(String key) {
        return judged.stream().anyMatch(key::startsWith);
    }
}
