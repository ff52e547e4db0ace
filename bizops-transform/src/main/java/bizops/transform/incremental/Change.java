package bizops.transform.incremental;

import bizops.transform.model.Relation;
import org.jooq.Name;

/**
 * The rows by which a published table differs from what it is to be. Immutable.
 *
 * @param live the published table
 * @param rows the table of those rows: {@link #GONE} is the place of a row that is to go, null for one that is to come;
 *     the other columns are the published table's
 * @param file PostgreSQL's number of the published table's file: places hold only while it stays
 * @param gone rows to take out
 * @param came rows to put in
 * @param total rows of the table as it is to be
 * @param shape the published table's columns
 */
record Change(Relation relation, Name live, Name rows, long file, long gone, long came, long total, Shape shape) {
    /** A name that no column of a model has. */
    static final String GONE = "row gone";

    boolean isEmpty() {
        return gone == 0 && came == 0;
    }

    /** Rows that the published table had and will have no more, or will have and had not. */
    long dirty() {
        return gone + came;
    }
}
