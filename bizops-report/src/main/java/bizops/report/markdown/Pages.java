package bizops.report.markdown;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pages of a site, which a link may lead to. Immutable.
 *
 * @param names in their order, as messages list them
 * @param hidden names of those that are left out
 */
public record Pages(Set<String> names, Set<String> hidden) {
    public Pages {
        names = Collections.unmodifiableSet(new TreeSet<>(names));
        hidden = Set.copyOf(hidden);
    }
}
