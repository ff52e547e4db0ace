package bizops.transform.incremental;

import bizops.transform.model.Relation;
import org.jooq.Name;

/**
 * The rows by which a published table differs from the one that a build has made aside. Immutable.
 *
 * @param live the published table
 * @param made the table aside
 * @param pairs a row for each difference: {@code gone}, the place of a row that only the published table has, and
 *     {@code came}, that of one that only the other has
 * @param file PostgreSQL's number of the published table's file: places hold only while it stays
 * @param gone rows to take out
 * @param came rows to put in
 * @param rows rows of the table aside
 */
record Change(Relation relation, Name live, Name made, Name pairs, long file, long gone, long came, long rows) {

    boolean isEmpty() {
        return gone == 0 && came == 0;
    }

    /** Rows that the published table had and will have no more, or will have and had not. */
    long dirty() {
        return gone + came;
    }
}
