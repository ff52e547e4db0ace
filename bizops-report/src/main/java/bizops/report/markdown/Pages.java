package bizops.report.markdown;

import java.util.Set;

/** The names of a site's pages, which a link may lead to. Immutable. */
public record Pages(Set<String> names) {
    public Pages {
        names = Set.copyOf(names);
    }
}
