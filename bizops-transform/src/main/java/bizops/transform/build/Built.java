package bizops.transform.build;

import bizops.transform.model.Relation;

/**
 * A relation that a build has made.
 *
 * @param rows rows in it; 0 for a view
 * @param bytes of the table and its indexes; 0 for a view
 * @param started {@link System#nanoTime} when its statement began
 * @param ended the same, when it was indexed and analyzed
 */
public record Built(Relation relation, boolean isView, long rows, long bytes, long started, long ended) {

    public long millis() {
        return (ended - started) / 1_000_000;
    }
}
