package bizops.transform.compute;

import java.util.List;
import org.jooq.Record;
import org.jooq.Result;

/** Computes a table from the rows of its model's query. The same rows in any order give the same table. */
@FunctionalInterface
public interface Computation {

    /** The table's columns, all of the same length. */
    List<Column> compute(Result<Record> rows);
}
