package bizops.transform.compute;

import java.util.List;
import org.jooq.Record;

/** Computes a table from the rows of its model's query. The same rows in any order give the same table. */
@FunctionalInterface
public interface Computation {

    /**
     * The table's columns, all of the same length.
     *
     * @param rows to be read once; the parts of a union come one behind the other
     */
    List<Column> compute(Iterable<Record> rows);
}
