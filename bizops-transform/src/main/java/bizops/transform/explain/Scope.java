package bizops.transform.explain;

import bizops.transform.compare.Dimension;

/**
 * Whose number is asked for. Immutable.
 *
 * @param group campaign id or channel; empty for the total
 */
public record Scope(Dimension dimension, String group) {

    @Override
    public String toString() {
        return group.isEmpty() ? dimension.id() : dimension.id() + " " + group;
    }
}
