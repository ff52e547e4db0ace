package bizops.transform.compute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Computes a table from the rows of its model's query. The same rows in any order give the same table. */
@FunctionalInterface
public interface Computation {

    /**
     * The table's columns, all of the same length.
     *
     * @param rows to be read once; the parts of a union come one behind the other. The driver's own, for a record made of
     *     each row costs more than most computations
     */
    List<Column> compute(ResultSet rows) throws SQLException;
}
